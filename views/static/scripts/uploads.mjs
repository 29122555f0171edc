// A form marked data-upload sends its files with a progress bar beside them; the answer's page takes
// the place of this one, so that scroll and scripts stay. With data-upload-at-once choosing a file
// sends it.
export function showUploads (part, improve) {
  for (const form of part.querySelectorAll('form[data-upload]')) {
    let chosen = null
    for (const input of form.querySelectorAll('input[type="file"]')) {
      input.addEventListener('change', () => {
        chosen = input
        dropTooLarge(input)
        if (input.files.length > 0 && 'uploadAtOnce' in form.dataset) form.requestSubmit()
      })
    }
    form.addEventListener('submit', (event) => send(event, form, chosen, improve))
  }
}

// What the server would refuse for its size is named here and not sent; the other files go.
function dropTooLarge (input) {
  const slot = input.closest('[data-most-bytes]')
  const most = Number(slot.dataset.mostBytes)
  const named = slot.querySelector('[data-too-large]')
  const large = [...input.files].filter((file) => file.size > most)
  named.hidden = large.length === 0
  if (large.length === 0) return
  named.textContent = large.map(({ name }) => named.dataset.tooLarge.replace('{FILE}', name)).join(' ')
  const rest = new DataTransfer()
  for (const file of input.files) if (file.size <= most) rest.items.add(file)
  input.files = rest.files
}

function send (event, form, chosen, improve) {
  if (event.defaultPrevented) return
  event.preventDefault()
  if (form.dataset.sending) return
  form.dataset.sending = 'yes'
  const data = new FormData(form)
  if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value)
  const bar = progressBar(event.submitter ?? chosen ?? form.lastElementChild)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', (sent) => {
    if (sent.lengthComputable) bar.value = sent.loaded / sent.total
  })
  request.addEventListener('load', () => {
    if (!endedAt(request)) return showAnswer(request, form, data, chosen?.id, improve)
    delete form.dataset.sending
    bar.remove()
    document.dispatchEvent(new Event('permit:ended'))
  })
  request.addEventListener('error', () => {
    delete form.dataset.sending
    bar.remove()
    HTMLFormElement.prototype.submit.call(form)
  })
  request.send(data)
}

// Where the login stands instead of the answer, the page stays with all that was typed; the files
// chosen go up with the next button.
function endedAt (request) {
  const login = document.querySelector('dialog[data-idle-login]')?.dataset.idleLogin
  return login !== undefined && new URL(request.responseURL, location.href).pathname === login
}

function progressBar (place) {
  const bar = document.createElement('progress')
  bar.className = 'progress-bar'
  bar.max = 1
  bar.value = 0
  place.after(bar)
  return bar
}

// The same address, or the form with its errors, is shown in place; another address is gone to.
function showAnswer (request, form, sent, chosen, improve) {
  const there = request.responseURL.split(/[?#]/)[0]
  const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
  const main = answer.querySelector('main')
  if (!main || (request.status < 400 && there !== location.href.split(/[?#]/)[0])) {
    location.assign(request.responseURL)
    return
  }
  keepTyping(form, sent, main.querySelector('form[data-upload]'))
  const height = window.scrollY
  document.title = answer.title
  document.querySelector('main').replaceWith(main)
  for (const notice of document.querySelectorAll('.notice')) notice.remove()
  improve(main)
  if (main.querySelector('.govuk-error-summary')) return
  document.getElementById(chosen)?.focus({ preventScroll: true })
  window.scrollTo(0, height)
}

// What was typed while the file was on its way.
function keepTyping (form, sent, fresh) {
  const now = new FormData(form)
  for (const name of new Set(now.keys())) {
    const value = now.get(name)
    if (typeof value !== 'string' || value === sent.get(name)) continue
    for (const field of fresh?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? []) {
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
    }
  }
}
