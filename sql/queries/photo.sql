-- name: PhotoOriginalSave
INSERT INTO photo_original (draft_id, content, width, height, crop_size, crop_x, crop_y)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE content = VALUES(content), width = VALUES(width), height = VALUES(height),
  crop_size = VALUES(crop_size), crop_x = VALUES(crop_x), crop_y = VALUES(crop_y);

-- name: PhotoOriginalOfAccount
SELECT o.content FROM photo_original o JOIN draft d ON d.id = o.draft_id
WHERE o.draft_id = ? AND d.account_id = ?;

-- name: PhotoCropSave
UPDATE photo_original SET crop_size = ?, crop_x = ?, crop_y = ? WHERE draft_id = ?;

-- name: PhotoOriginalForget
DELETE FROM photo_original
WHERE draft_id = ? AND NOT EXISTS
  (SELECT 1 FROM upload u WHERE u.draft_id = photo_original.draft_id AND u.slot = 'photo');
