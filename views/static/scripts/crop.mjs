// Shows over the picture the frame that the sliders describe, and lets it be dragged and sized on
// the picture itself; the sliders stay what is sent. handlers/rules/photo_crop.h counts the same.
const WHOLE = 1000
const WIDE = 413
const HIGH = 531
const WHEEL_STEP = 25

export function showCrops (part) {
  for (const choice of part.querySelectorAll('[data-crop]')) showCrop(choice)
}

function showCrop (choice) {
  const picture = choice.querySelector('img')
  const frame = choice.querySelector('[data-crop-frame]')
  const sliders = Object.fromEntries(['size', 'x', 'y'].map((name) => [name, choice.querySelector(`[name="crop_${name}"]`)]))
  const draw = () => place(frame, frameOf(picture, sliders))
  picture.addEventListener('load', draw)
  new ResizeObserver(draw).observe(picture)
  choice.addEventListener('input', draw)
  frame.addEventListener('pointerdown', (event) => drag(event, picture, sliders, draw))
  frame.addEventListener('wheel', (event) => {
    event.preventDefault()
    set(sliders.size, Number(sliders.size.value) - Math.sign(event.deltaY) * WHEEL_STEP)
    draw()
  }, { passive: false })
}

// In pixels of the page.
function frameOf (picture, sliders) {
  const { clientWidth: width, clientHeight: height } = picture
  const wide = Math.min(width, height * WIDE / HIGH) * Number(sliders.size.value) / WHOLE
  const high = Math.min(wide * HIGH / WIDE, height)
  return {
    wide,
    high,
    roomX: width - wide,
    roomY: height - high,
    left: (width - wide) * Number(sliders.x.value) / WHOLE,
    top: (height - high) * Number(sliders.y.value) / WHOLE
  }
}

function place (frame, { wide, high, left, top }) {
  frame.hidden = wide === 0
  frame.style.width = `${wide}px`
  frame.style.height = `${high}px`
  frame.style.left = `${left}px`
  frame.style.top = `${top}px`
}

// One finger or the mouse moves the frame, a second finger sizes it.
const fingers = new Map()

function drag (event, picture, sliders, draw) {
  event.preventDefault()
  const frame = event.currentTarget
  frame.setPointerCapture(event.pointerId)
  fingers.set(event.pointerId, event)
  if (fingers.size > 1) return
  const move = (now) => {
    const before = fingers.get(now.pointerId)
    const other = [...fingers.values()].find((finger) => finger.pointerId !== now.pointerId)
    if (other) pinch(before, now, other, sliders)
    else shift(before, now, frameOf(picture, sliders), sliders)
    fingers.set(now.pointerId, now)
    draw()
  }
  const end = (gone) => {
    fingers.delete(gone.pointerId)
    if (fingers.size > 0) return
    frame.removeEventListener('pointermove', move)
    frame.removeEventListener('pointerup', end)
    frame.removeEventListener('pointercancel', end)
  }
  frame.addEventListener('pointermove', move)
  frame.addEventListener('pointerup', end)
  frame.addEventListener('pointercancel', end)
}

function shift (before, now, frame, { x, y }) {
  const by = (slider, moved, room) => room > 0 && set(slider, Number(slider.value) + moved / room * WHOLE)
  by(x, now.clientX - before.clientX, frame.roomX)
  by(y, now.clientY - before.clientY, frame.roomY)
}

function pinch (before, now, other, { size }) {
  const apart = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY)
  if (apart(before) > 0) set(size, Number(size.value) * apart(now) / apart(before))
}

function set (slider, value) {
  slider.value = Math.round(Math.min(Math.max(value, Number(slider.min)), Number(slider.max)))
}
