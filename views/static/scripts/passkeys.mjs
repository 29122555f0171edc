// Passkeys: creating one and logging in with one, offered where the browser has them. What the
// authenticator answers goes to the site as an ordinary form, its bytes as base64url.

const TIMEOUT = 5 * 60 * 1000 // as long as a challenge is good

// In the order of preference: ES256, EdDSA, RS256.
const ALGORITHMS = [-7, -8, -257]

export function offerPasskeys (page) {
  if (!('PublicKeyCredential' in window) ||
    !('getAuthenticatorData' in AuthenticatorAttestationResponse.prototype)) return
  for (const part of page.querySelectorAll('[data-passkey-offer], [data-passkey-login]')) part.hidden = false
  for (const part of page.querySelectorAll('[data-passkey-absent]')) part.hidden = true
  answerWith(page.querySelector('[data-passkey-create]'), create)
  answerWith(page.querySelector('[data-passkey-login]'), get)
}

// The form is sent once the browser has filled in its hidden fields.
function answerWith (form, ask) {
  if (!form) return
  let state = 'idle'
  form.addEventListener('submit', async (event) => {
    if (state === 'filled') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    for (const message of form.querySelectorAll('[role="alert"]')) message.hidden = true
    try {
      for (const [name, value] of Object.entries(await ask(form))) form.elements[name].value = value
      state = 'filled'
      form.requestSubmit()
    } catch (error) {
      const known = error.name === 'InvalidStateError' && form.querySelector('[data-passkey-known]')
      const message = known || form.querySelector('[data-passkey-failed]')
      message.hidden = false
    }
    state = 'idle'
  })
}

async function create (form) {
  const { challenge, user, login, display, known, site } = form.dataset
  const { response } = await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(challenge),
      rp: { name: site },
      user: { id: toBytes(user), name: login, displayName: display },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known.split(' ').filter(Boolean).map((id) => ({ type: 'public-key', id: toBytes(id) })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: TIMEOUT
    }
  })
  return {
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(response.getAuthenticatorData())
  }
}

async function get (form) {
  const answer = await fetch(form.dataset.challenge, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`no challenge: ${answer.status}`)
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      challenge: toBytes(await answer.text()),
      userVerification: 'required',
      timeout: TIMEOUT
    }
  })
  return {
    credential: toText(rawId),
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(response.authenticatorData),
    signature: toText(response.signature),
    user_handle: response.userHandle ? toText(response.userHandle) : ''
  }
}

function toBytes (text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

function toText (bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
