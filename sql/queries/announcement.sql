-- name: AnnouncementList
SELECT id, important, published_on, unit_zh, unit_en, title_zh, title_en, body_zh, body_en
FROM announcement
WHERE published_on <= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?)
ORDER BY important DESC, published_on DESC, id DESC
LIMIT 200;
