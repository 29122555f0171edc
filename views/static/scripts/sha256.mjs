// SHA-256 of a short ASCII text as eight numbers. The browser's own is absent without TLS and slow
// for very many small texts.
const K = new Uint32Array(64)
const START = new Uint32Array(8)

function fraction (root) {
  return Math.floor((root - Math.floor(root)) * 0x100000000)
}

for (let number = 2, found = 0; found < 64; number++) {
  let prime = true
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) prime = false
  }
  if (!prime) continue
  if (found < 8) START[found] = fraction(Math.sqrt(number))
  K[found++] = fraction(Math.cbrt(number))
}

const words = new Uint32Array(64)

export function sha256 (text) {
  const blocks = ((text.length + 8) >> 6) + 1
  const bytes = new Uint8Array(blocks * 64)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  bytes[text.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 4, text.length * 8)
  const state = Uint32Array.from(START)
  for (let block = 0; block < blocks; block++) digestBlock(view, block * 64, state)
  return state
}

function digestBlock (view, offset, state) {
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15]
    const y = words[i - 2]
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[i] = words[i - 16] + s0 + words[i - 7] + s1
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] += next[i]
}
