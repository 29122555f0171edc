// The language switch asks for the page anew. What was typed and not sent is carried over within
// this window and filled in again there; passwords and files are not, nor is the verification code,
// whose picture is another one then.
const KEY = 'typed'
const FIELDS = 'main form :is(input, select, textarea)'
const NOT_CARRIED = ['hidden', 'password', 'file', 'submit', 'button']

export function keepTyped (page) {
  fillIn(page)
  for (const link of page.querySelectorAll('.head-languages a')) {
    link.addEventListener('click', () => {
      remember({ path: link.pathname, answers: fieldsOf(page).map(answerOf) })
    })
  }
}

function fieldsOf (page) {
  return [...page.querySelectorAll(FIELDS)].filter((field) =>
    field.name && field.name !== 'captcha' && !NOT_CARRIED.includes(field.type))
}

const isTick = (field) => field.type === 'checkbox' || field.type === 'radio'

function answerOf (field) {
  return { name: field.name, value: field.value, ticked: isTick(field) ? field.checked : undefined }
}

// A browser may refuse to remember anything; then the page comes as it is stored.
function remember (typed) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(typed))
  } catch {}
}

function recall () {
  try {
    const typed = JSON.parse(sessionStorage.getItem(KEY))
    sessionStorage.removeItem(KEY)
    return typed
  } catch {
    return null
  }
}

// The answers stand in the page's order; ticks are told apart by their values.
function fillIn (page) {
  const typed = recall()
  if (typed?.path !== location.pathname) return
  const left = typed.answers
  for (const field of fieldsOf(page)) {
    const at = left.findIndex(({ name, value }) =>
      name === field.name && (!isTick(field) || value === field.value))
    if (at < 0) continue
    const [answer] = left.splice(at, 1)
    if (isTick(field) ? field.checked === answer.ticked : field.value === answer.value) continue
    if (isTick(field)) field.checked = answer.ticked
    else field.value = answer.value
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
}
