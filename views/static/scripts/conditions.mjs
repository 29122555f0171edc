// A row that applies only with one choice of another field shows with that choice alone. The server
// drops what does not apply, so a page without this asks a little more and means the same. What the
// row says of its condition is then plain to see, and left out.
export function showConditions (part) {
  const forms = new Map()
  for (const row of part.querySelectorAll('[data-shown-when]')) {
    const form = row.closest('form')
    forms.set(form, [...(forms.get(form) ?? []), row])
    leaveOut(row.querySelector('[data-condition]'))
  }
  for (const [form, rows] of forms) {
    // The form is read once for all of its rows.
    const update = () => {
      const answers = new FormData(form)
      for (const row of rows) row.hidden = !answers.getAll(row.dataset.shownWhen).includes(row.dataset.shownFor)
    }
    form.addEventListener('change', update)
    update()
  }
}

function leaveOut (condition) {
  const hint = condition.parentElement
  condition.remove()
  hint.hidden = hint.textContent.trim() === ''
}
