// A form marked data-upload sends its files with a progress bar beside them; the answer's page takes
// the place of this one, so that scroll and scripts stay. Large pictures are made smaller first
// (lighten.mjs). With data-upload-at-once choosing a file sends it, and the page stays; without it the
// answer's address is gone to. A form without files is marked as well when what was typed into it
// should survive the end of the session. What does not arrive is said there and offered again.

import { lighten } from './lighten.mjs'

// Sent while the site was away or had too much to do.
const NOT_TAKEN = [429, 502, 503, 504]

export function showUploads (part, improve) {
  for (const form of part.querySelectorAll('form[data-upload]')) {
    let chosen = null
    for (const input of form.querySelectorAll('input[type="file"]')) {
      input.addEventListener('change', () => {
        chosen = input
        tooLargeIn(input).hidden = true
        if (input.files.length > 0 && 'uploadAtOnce' in form.dataset) form.requestSubmit()
      })
    }
    form.addEventListener('submit', (event) => send(event, form, chosen, improve))
  }
}

const tooLargeIn = (input) => input.closest('[data-most-bytes]').querySelector('[data-too-large]')

// What the server would refuse for its size is named here and not sent; the other files go.
function dropTooLarge (input) {
  const most = Number(input.closest('[data-most-bytes]').dataset.mostBytes)
  const large = [...input.files].filter((file) => file.size > most)
  if (large.length === 0) return
  const named = tooLargeIn(input)
  named.hidden = false
  named.textContent = large.map(({ name }) => named.dataset.tooLarge.replace('{FILE}', name)).join('\n')
  const rest = new DataTransfer()
  for (const file of input.files) if (file.size <= most) rest.items.add(file)
  input.files = rest.files
}

async function send (event, form, chosen, improve) {
  if (event.defaultPrevented) return
  event.preventDefault()
  if (form.dataset.sending) return
  form.dataset.sending = 'yes'
  const { submitter } = event
  const place = submitter ?? chosen ?? form.lastElementChild
  const { box, bar } = progressBar(place, form)
  const failed = form.querySelector('[data-upload-failed]')
  failed.hidden = true
  const again = () => form.requestSubmit(submitter)
  const stop = () => {
    delete form.dataset.sending
    box.remove()
    form.dispatchEvent(new Event('change')) // what was typed meanwhile is saved by itself
  }
  const offerAgain = () => {
    stop()
    place.after(failed)
    failed.hidden = false
    failed.querySelector('button').onclick = again
  }
  const inputs = [...form.querySelectorAll('input[type="file"]')]
  for (const input of inputs) {
    await lighten(input)
    dropTooLarge(input)
  }
  if (!submitter && inputs.length > 0 && inputs.every(({ files }) => files.length === 0)) return stop()
  const files = new Map(inputs.map((input) => [input, input.files]))
  const data = new FormData(form)
  if (submitter?.name) data.append(submitter.name, submitter.value)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', (sent) => {
    if (sent.lengthComputable) bar.value = sent.loaded / sent.total
  })
  request.addEventListener('load', () => {
    if (NOT_TAKEN.includes(request.status)) return offerAgain()
    if (!hasEnded(request)) return showAnswer(request, form, { data, files }, chosen?.id, improve)
    stop()
    document.addEventListener('permit:renewed', again, { once: true })
    document.dispatchEvent(new Event('permit:ended'))
  })
  request.addEventListener('error', offerAgain)
  request.send(data)
}

// Where the login stands instead of the answer, or the page belongs to a session before this one,
// the page stays with all that was typed and chosen; it goes up once the student has come back.
function hasEnded (request) {
  const login = document.querySelector('dialog[data-idle-login]')?.dataset.idleLogin
  if (login === undefined) return false
  return request.status === 403 || new URL(request.responseURL, location.href).pathname === login
}

function progressBar (place, form) {
  const box = document.createElement('div')
  box.className = 'progress'
  box.textContent = form.dataset.uploading
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', form.dataset.uploading)
  bar.max = 1
  box.append(bar)
  place.after(box)
  return { box, bar }
}

// The same address, or the form with its errors, is shown in place; another address is gone to.
function showAnswer (request, form, sent, chosen, improve) {
  const there = request.responseURL.split(/[?#]/)[0]
  const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
  const main = answer.querySelector('main')
  const stays = 'uploadAtOnce' in form.dataset && there === location.href.split(/[?#]/)[0]
  if (!main || (request.status < 400 && !stays)) {
    location.assign(request.responseURL)
    return
  }
  const fresh = main.querySelector('form[data-upload]')
  const typed = keepTyping(form, sent.data, fresh)
  // What was wrong before is still said; the page stays where the file was chosen.
  const summary = main.querySelector('.govuk-error-summary')
  const refused = request.status >= 400
  if (summary && !refused) summary.dataset.disableAutoFocus = 'true'
  const height = window.scrollY
  document.title = answer.title
  document.querySelector('main').replaceWith(main)
  improve(main)
  if (typed) fresh.dispatchEvent(new Event('input', { bubbles: true }))
  if (!summary || !refused) goOn(main, chosen, height)
  for (const [input, files] of sent.files) takeOver(input, files, fresh, refused)
}

// To what the answer says of the button, else where the page was.
function goOn (main, chosen, height) {
  const said = main.querySelector('.notice-success')
  if (said) {
    said.tabIndex = -1
    said.focus()
    return
  }
  document.getElementById(chosen)?.focus({ preventScroll: true })
  window.scrollTo(0, height)
}

// What was said of files that were not sent stays. Those that were chosen while others were on their
// way go up next; beside a refusal, which should be read first, with the next button.
function takeOver (input, sent, fresh, refused) {
  const next = fresh?.querySelector(`input[type="file"][name="${CSS.escape(input.name)}"]`)
  if (!next) return
  const late = input.files.length > 0 && input.files !== sent
  if (late) next.files = input.files
  if (late && !refused) return next.dispatchEvent(new Event('change', { bubbles: true }))
  const said = tooLargeIn(input)
  if (said.hidden) return
  tooLargeIn(next).textContent = said.textContent
  tooLargeIn(next).hidden = false
}

// What was typed while the file was on its way; says whether there was anything.
function keepTyping (form, sent, fresh) {
  const now = new FormData(form)
  let typed = false
  for (const name of new Set(now.keys())) {
    const value = now.get(name)
    if (typeof value !== 'string' || value === sent.get(name)) continue
    for (const field of fresh?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? []) {
      typed = true
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
    }
  }
  return typed
}
