-- name: AnnouncementList
SELECT id, important, published_on, unit_zh, unit_en, title_zh, title_en, body_zh, body_en
FROM announcement
WHERE published_on <= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?)
ORDER BY important DESC, published_on DESC, id DESC
LIMIT 200;

-- name: AnnouncementUpsert
INSERT INTO announcement (reference, important, published_on, withdrawn_on, unit_zh, unit_en,
                          title_zh, title_en, body_zh, body_en)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  important = VALUES(important), published_on = VALUES(published_on),
  withdrawn_on = VALUES(withdrawn_on), unit_zh = VALUES(unit_zh), unit_en = VALUES(unit_en),
  title_zh = VALUES(title_zh), title_en = VALUES(title_en), body_zh = VALUES(body_zh),
  body_en = VALUES(body_en);
