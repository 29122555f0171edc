// A form marked data-upload sends its files with a progress bar and then shows the answer's page.
export function showUploads (page) {
  for (const form of page.querySelectorAll('form[data-upload]')) {
    for (const input of form.querySelectorAll('input[type="file"]')) {
      input.addEventListener('change', () => {
        if (input.files.length > 0 && 'uploadAtOnce' in form.dataset) form.requestSubmit()
      })
    }
    form.addEventListener('submit', (event) => send(event, form))
  }
}

function send (event, form) {
  if (event.defaultPrevented) return
  event.preventDefault()
  if (form.dataset.sending) return
  form.dataset.sending = 'yes'
  const data = new FormData(form)
  if (event.submitter && event.submitter.name) data.append(event.submitter.name, event.submitter.value)
  const bar = progressBar(form)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', (part) => {
    if (part.lengthComputable) bar.value = part.loaded / part.total
  })
  request.addEventListener('load', () => showAnswer(request))
  request.addEventListener('error', () => {
    delete form.dataset.sending
    bar.remove()
    HTMLFormElement.prototype.submit.call(form)
  })
  request.send(data)
}

function progressBar (form) {
  const bar = document.createElement('progress')
  bar.className = 'progress-bar'
  bar.max = 1
  bar.value = 0
  form.append(bar)
  return bar
}

// After a redirect the address is the new page's: go there. Otherwise it is the form with errors.
function showAnswer (request) {
  const here = location.href.split('#')[0]
  const there = request.responseURL.split('#')[0]
  if (request.status < 400 && (there !== here || new URL(there).search !== '')) {
    location.assign(request.responseURL)
  } else if (request.status < 400) {
    location.reload()
  } else {
    document.open()
    document.write(request.responseText)
    document.close()
  }
}
