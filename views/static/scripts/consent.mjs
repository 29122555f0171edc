// A button that stays closed until the box is ticked. The server asks for the tick as well.
export function guardConsent (part) {
  for (const place of part.querySelectorAll('[data-opens]')) {
    const box = place.querySelector('input[type="checkbox"]')
    const button = document.getElementById(place.dataset.opens)
    const update = () => {
      button.disabled = !box.checked
      button.setAttribute('aria-disabled', String(!box.checked))
    }
    box.addEventListener('change', update)
    window.addEventListener('pageshow', update)
    update()
  }
}
