// A button that puts what it stands for on the clipboard. Without script, or where the browser has no
// clipboard for pages, there is none.
export function offerCopies (page) {
  if (!navigator.clipboard) return
  for (const button of page.querySelectorAll('[data-copy]')) {
    const said = page.createElement('span')
    said.setAttribute('role', 'status')
    button.after(said)
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      said.textContent = button.dataset.copied
    })
  }
}
