// The form that takes the payer to the bank goes by itself, once: who comes back with the browser's
// Back button finds the page and its button, and is not sent away again.
export function forward (page) {
  const form = page.querySelector('form[data-forward]')
  if (!form) return
  const key = `forwarded-${form.dataset.forward}`
  if (sessionStorage.getItem(key)) return
  sessionStorage.setItem(key, 'yes')
  form.requestSubmit()
}
