// A form marked data-keep is saved by itself: a moment after an answer changes, and when the page is
// left. Files go up by themselves; the sliders of the photo wait for their button. Only answers that
// differ from what is stored are sent, so that a page that was left open somewhere takes back nothing
// that was saved from another; where another changed the same answer, that is said. What a form marked data-unsaved shows is not stored yet.
const SOON = 700

export function keepForms (part) {
  for (const form of part.querySelectorAll('form[data-keep]')) keepForm(form)
}

function keepForm (form) {
  const said = form.querySelector('[data-kept]')
  const stored = 'unsaved' in form.dataset ? new Map() : answersOf(asRendered(form))
  let unsaved = false
  let underway = false // one save waits for the other, so that the last word is the last
  let again = false
  let timer
  const save = async (leaving) => {
    clearTimeout(timer)
    // A file that is on its way brings the words along, but is broken off when the page is left.
    if (!unsaved || (form.dataset.sending && !leaving) || !form.isConnected) return
    again = underway && !leaving
    if (again) return
    unsaved = false
    underway = true
    const answers = new Map([...answersOf(form)].filter(([name, value]) => stored.get(name) !== value))
    const status = await send(form, answers, leaving)
    const kept = status === 204
    underway = false
    if (kept) {
      for (const [name, value] of answers) stored.set(name, value)
      said.textContent = `${said.dataset.kept} ${new Date().toTimeString().slice(0, 5)}`
    } else {
      unsaved = true
      if (status === 409) said.textContent = said.dataset.conflict
    }
    if (again) save()
  }
  form.addEventListener('input', (event) => {
    if (event.target.type === 'file' || event.target.type === 'range') return
    unsaved = true
    clearTimeout(timer)
    timer = setTimeout(save, SOON)
  })
  form.addEventListener('change', () => save())
  document.addEventListener('visibilitychange', () => document.hidden && save(true))
  window.addEventListener('pagehide', () => save(true))
  document.addEventListener('permit:renewed', () => save())
}

// The form as it came, whatever has been typed since.
function asRendered (form) {
  const copy = form.cloneNode(true)
  copy.reset()
  return copy
}

// What the page says of itself goes along with every save.
const isOfThePage = (name) => ['csrf', 'revision', 'page', 'open', 'section', 'from'].includes(name) || name.startsWith('pick_')

function answersOf (form) {
  return new Map([...new FormData(form)].filter(([name, value]) =>
    typeof value === 'string' && !isOfThePage(name) && !name.startsWith('crop_')))
}

// The answer's status; 0 without one.
async function send (form, answers, leaving) {
  const words = new FormData()
  for (const [name, value] of new FormData(form)) if (isOfThePage(name)) words.append(name, value)
  for (const [name, value] of answers) words.append(name, value)
  words.append('do', 'keep')
  try {
    const answer = await fetch(form.action, { method: 'POST', body: words, keepalive: leaving === true, redirect: 'manual' })
    // The login stands there instead, or the page belongs to another account's session.
    if (answer.type === 'opaqueredirect' || answer.status === 403) document.dispatchEvent(new Event('permit:ended'))
    if (answer.status === 204) document.dispatchEvent(new Event('permit:active'))
    return answer.status
  } catch {
    return 0
  }
}
