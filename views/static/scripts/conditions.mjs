// A row that applies only with one choice of another field shows with that choice alone. The server
// drops what does not apply, so a page without this asks a little more and means the same. What the
// row says of its condition is then plain to see, and left out.
export function showConditions (part) {
  for (const row of part.querySelectorAll('[data-shown-when]')) {
    const form = row.closest('form')
    const update = () => {
      row.hidden = !new FormData(form).getAll(row.dataset.shownWhen).includes(row.dataset.shownFor)
    }
    form.addEventListener('change', update)
    update()
    leaveOut(row.querySelector('[data-condition]'))
  }
}

function leaveOut (condition) {
  const hint = condition.parentElement
  condition.remove()
  hint.hidden = hint.textContent.trim() === ''
}
