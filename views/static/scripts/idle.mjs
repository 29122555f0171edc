// Warns two minutes before the session ends and lets the student stay. Nothing typed is lost: a page
// with fields stays as it is, also after the end, and its forms are good again once the student has
// logged in in another window. Any other page gives way to the login, which leads back to it.
const WARN_SECONDS = 120
const FIELDS = 'main form :is(input:not([type=hidden]), select, textarea)'

export function warnBeforeLogout (page) {
  const dialog = page.querySelector('dialog[data-idle-seconds]')
  if (!dialog || typeof dialog.showModal !== 'function') return
  const left = dialog.querySelector('[data-idle-left]')
  let ends = endFromNow(dialog)

  const show = () => {
    const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000))
    if (seconds === 0 && !page.querySelector(FIELDS)) {
      clearInterval(ticking)
      location.assign(`${dialog.dataset.idleLogin}?done=idle&next=${location.pathname}`)
      return
    }
    if (seconds <= WARN_SECONDS && !dialog.open) dialog.showModal()
    showEnded(dialog, seconds === 0)
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  const ticking = setInterval(show, 1000)

  const renew = async () => {
    const token = await freshToken(dialog)
    if (!token) {
      ends = Date.now()
      return
    }
    for (const input of page.querySelectorAll('input[name="csrf"]')) input.value = token
    ends = endFromNow(dialog)
    dialog.close()
    document.dispatchEvent(new Event('permit:renewed'))
  }
  document.addEventListener('permit:active', () => { ends = endFromNow(dialog) })
  document.addEventListener('permit:ended', () => {
    ends = Date.now()
    show()
  })
  dialog.querySelector('[data-idle-stay]').addEventListener('click', renew)
  window.addEventListener('focus', () => {
    if (dialog.open && Date.now() >= ends) renew()
  })
}

function endFromNow (dialog) {
  return Date.now() + Number(dialog.dataset.idleSeconds) * 1000
}

// Asks for a page that only a logged-in student gets, which also keeps the session alive.
async function freshToken (dialog) {
  const answer = await fetch(dialog.dataset.idleRenew, { credentials: 'same-origin' })
  if (answer.redirected || !answer.ok) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // What one student typed is not sent in the name of another who has logged in meanwhile.
  const account = page.querySelector('dialog[data-idle-account]')?.dataset.idleAccount
  if (account !== dialog.dataset.idleAccount) return null
  return page.querySelector('input[name="csrf"]')?.value ?? null
}

function showEnded (dialog, ended) {
  dialog.querySelector('[data-idle-ended]').hidden = !ended
  dialog.querySelector('[data-idle-again]').hidden = !ended
  dialog.querySelector('[data-idle-stay]').hidden = ended
}
