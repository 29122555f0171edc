// Warns two minutes before the session ends and lets the student stay. Nothing typed is lost: the
// page stays as it is, also after the end.
const WARN_SECONDS = 120

export function warnBeforeLogout (page) {
  const dialog = page.querySelector('dialog[data-idle-seconds]')
  if (!dialog || typeof dialog.showModal !== 'function') return
  const left = dialog.querySelector('[data-idle-left]')
  const stay = dialog.querySelector('[data-idle-stay]')
  let ends = endFromNow(dialog)

  setInterval(() => {
    const seconds = Math.ceil((ends - Date.now()) / 1000)
    if (seconds <= WARN_SECONDS && !dialog.open) dialog.showModal()
    if (seconds <= 0) showEnded(dialog)
    left.textContent = `${Math.floor(Math.max(seconds, 0) / 60)}:${String(Math.max(seconds, 0) % 60).padStart(2, '0')}`
  }, 1000)

  stay.addEventListener('click', async () => {
    const answer = await fetch(dialog.dataset.idleRenew, { method: 'HEAD', credentials: 'same-origin' })
    if (answer.redirected || !answer.ok) {
      ends = Date.now()
      return
    }
    ends = endFromNow(dialog)
    dialog.close()
  })
}

function endFromNow (dialog) {
  return Date.now() + Number(dialog.dataset.idleSeconds) * 1000
}

function showEnded (dialog) {
  dialog.querySelector('[data-idle-ended]').hidden = false
  dialog.querySelector('[data-idle-again]').hidden = false
  dialog.querySelector('[data-idle-stay]').hidden = true
}
