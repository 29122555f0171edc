// On a phone or tablet a button beside a file field opens the camera at once. The field itself still
// offers what is stored on the device, and without scripts the device offers both behind it.

export function offerCameras (part) {
  if (!window.matchMedia('(pointer: coarse)').matches) return
  for (const button of part.querySelectorAll('[data-camera]')) offerCamera(button)
}

function offerCamera (button) {
  const input = button.closest('.upload-slot').querySelector('input[type="file"]')
  const { accept, multiple } = input
  button.hidden = false
  button.addEventListener('click', () => {
    // Devices open the camera only where nothing but pictures is asked for.
    input.setAttribute('capture', button.dataset.camera)
    input.accept = 'image/jpeg'
    input.multiple = false
    input.addEventListener('click', () => setTimeout(restore), { once: true })
    input.click()
  })
  function restore () {
    input.removeAttribute('capture')
    Object.assign(input, { accept, multiple })
  }
}
