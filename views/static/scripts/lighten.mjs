// A picture that would take long on a slow line is made smaller before it is sent: in a slot with
// data-light-bytes a larger one becomes a JPEG of fewer bytes and of about data-long-edge pixels. What
// the browser cannot read (HEIC in most of them, a PDF) goes as it came; the server does the same.

const PICTURE = /^image\/(jpeg|png|bmp|heic|heif)$/
const QUALITIES = [0.9, 0.8, 0.7, 0.6, 0.5]
// Of a picture of 4:3, the pixels in a square of its long edge.
const SHARE = 0.75
// As Exif says; a browser that does not know the word refuses, and the picture goes as it came.
const UPRIGHT = { imageOrientation: 'from-image' }

export async function lighten (input) {
  const slot = input.closest('[data-light-bytes]')
  if (!slot) return
  const most = Number(slot.dataset.lightBytes)
  const pixels = Number(slot.dataset.longEdge) ** 2 * SHARE
  const files = new DataTransfer()
  let changed = false
  for (const file of [...input.files]) {
    const light = await lighter(file, most, pixels)
    changed ||= light !== file
    files.items.add(light)
  }
  if (changed) input.files = files.files
}

async function lighter (file, most, pixels) {
  if (file.size <= most || !PICTURE.test(file.type)) return file
  try {
    if (file.type === 'image/jpeg' && !await endsAsJpeg(file)) return file
    const canvas = draw(await createImageBitmap(file, UPRIGHT), pixels)
    for (const quality of QUALITIES) {
      const made = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (made && made.size <= most) {
        return new File([made], file.name.replace(/\.(png|bmp|heic|heif)$/i, '.jpg'), { type: made.type })
      }
    }
  } catch {
    // not a picture, or too large for this browser
  }
  return file
}

// A browser also shows the half of a picture that was cut short; that is for the server to refuse.
async function endsAsJpeg (file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const half = bytes.length / 2 // an earlier end is that of a thumbnail
  for (let at = bytes.length - 1; at > half; --at) {
    if (bytes[at] === 0xd9 && bytes[at - 1] === 0xff) return true
  }
  return false
}

// Upright, on white where it is transparent.
function draw (picture, pixels) {
  const share = Math.min(1, Math.sqrt(pixels / (picture.width * picture.height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * share)
  canvas.height = Math.round(picture.height * share)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}
