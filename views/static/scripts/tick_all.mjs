// The links that tick every box become boxes that tick and untick them; without script they ask for
// the page again with every box ticked.
export function offerTickAll (page) {
  const alls = []
  for (const link of page.querySelectorAll('[data-tick-all]')) {
    const all = page.createElement('input')
    all.type = 'checkbox'
    const label = page.createElement('label')
    label.append(all, ' ', link.textContent)
    alls.push(all)
    link.replaceWith(label)
  }
  if (alls.length === 0) return
  const boxes = [...alls[0].form.querySelectorAll('tbody input[type="checkbox"]')]
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length
    for (const all of alls) {
      all.checked = ticked === boxes.length
      all.indeterminate = ticked > 0 && ticked < boxes.length
    }
  }
  for (const all of alls) {
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked
      show()
    })
  }
  for (const box of boxes) box.addEventListener('change', show)
  show()
}
