// The link that ticks every box becomes a box that ticks and unticks them; without script it asks for
// the page again with every box ticked.
export function offerTickAll (page) {
  const link = page.querySelector('[data-tick-all]')
  if (!link) return
  const boxes = [...link.closest('form').querySelectorAll('tbody input[type="checkbox"]')]
  const all = page.createElement('input')
  all.type = 'checkbox'
  const label = page.createElement('label')
  label.append(all, ' ', link.textContent)
  link.replaceWith(label)
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length
    all.checked = ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
  })
  for (const box of boxes) box.addEventListener('change', show)
  show()
}
