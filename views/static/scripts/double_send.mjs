// A form that is being sent cannot be sent a second time. The server would answer both alike; this
// only spares the doubt. Coming back by the browser's Back button frees it again.
export function guardForms (page) {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.target === '_blank' || 'again' in form.dataset) return
    if (form.dataset.sending) {
      event.preventDefault()
      return
    }
    form.dataset.sending = 'yes'
    form.classList.add('busy')
  })
  window.addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll('form[data-sending]')) {
      delete form.dataset.sending
      form.classList.remove('busy')
    }
  })
}
