// The login's verification code: another picture without losing what is typed, and a calculation
// that stands in for the picture.
import { sha256 } from './sha256.mjs'

const HASHES_A_TURN = 4000

export function helpWithCaptcha (page) {
  const box = page.querySelector('[data-captcha]')
  if (!box) return
  const form = box.closest('form')
  box.querySelector('[data-next-picture]').addEventListener('click', (event) => {
    event.preventDefault()
    nextPicture(box, form)
  })
  box.querySelector('[data-proof-offer]').hidden = false
  box.querySelector('[data-proof-start]').addEventListener('click', () => prove(box, form))
}

async function nextPicture (box, form) {
  const answer = await fetch(form.action, { credentials: 'same-origin' })
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const id = fresh.querySelector('input[name="captcha_id"]')
  if (!id) return location.reload()
  form.elements.captcha_id.value = id.value
  box.dataset.bits = fresh.querySelector('[data-captcha]').dataset.bits
  form.elements.proof.value = ''
  form.elements.captcha.value = ''
  box.querySelector('img').src = fresh.querySelector('[data-captcha] img').src
  form.elements.captcha.focus()
}

function prove (box, form) {
  const id = form.elements.captcha_id.value
  const shift = 32 - Number(box.dataset.bits)
  const busy = box.querySelector('[data-proof-busy]')
  busy.hidden = false
  let proof = 0
  const turn = () => {
    // Another picture is shown by now, which a proof for this one does not fit.
    if (form.elements.captcha_id.value !== id) {
      busy.hidden = true
      return
    }
    for (const end = proof + HASHES_A_TURN; proof < end; proof++) {
      if (sha256(`${id}:${proof}`)[0] >>> shift !== 0) continue
      form.elements.proof.value = String(proof)
      busy.hidden = true
      box.querySelector('[data-proof-offer]').hidden = true
      box.querySelector('[data-proof-done]').hidden = false
      form.elements.captcha.removeAttribute('aria-required')
      return
    }
    setTimeout(turn)
  }
  turn()
}
