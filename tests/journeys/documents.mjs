// Documents a student hands in, made on the spot, and readers for those that come back.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { browser } from '../browser/support/browser.mjs'

// A head and shoulders on white, 35 x 45 mm at 300 dpi.
const PORTRAIT = `<body style="margin:0;background:#fff"><svg width="413" height="531">
  <circle cx="206" cy="210" r="110" fill="#c9a58a"/>
  <rect x="60" y="360" width="293" height="171" rx="80" fill="#35506b"/></svg></body>`

export async function portrait() {
  const page = await (await browser()).newPage({ viewport: { width: 413, height: 531 } })
  await page.setContent(PORTRAIT)
  const buffer = await page.screenshot({ type: 'jpeg', quality: 80 })
  await page.close()
  return { name: '照片 portrait.jpg', mimeType: 'image/jpeg', buffer }
}

export async function document(title) {
  const page = await (await browser()).newPage()
  await page.setContent(`<h1>${title}</h1>`)
  const buffer = await page.pdf()
  await page.close()
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer }
}

function inFolder(work) {
  const folder = mkdtempSync(`${tmpdir()}/permit-papers-`)
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = (...command) => execFileSync(command[0], command.slice(1), {
  encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

// The text of a PDF as a person would copy it.
export function pdfText(pdf) {
  return inFolder((folder) => {
    writeFileSync(`${folder}/paper.pdf`, pdf)
    return run('pdftotext', '-layout', `${folder}/paper.pdf`, '-')
  })
}

// As pdffonts lists them, a font a line below two lines of head.
export function fonts(pdf) {
  return inFolder((folder) => {
    writeFileSync(`${folder}/paper.pdf`, pdf)
    return run('pdffonts', `${folder}/paper.pdf`)
  })
}

// Fonts that are not embedded.
export function missingFonts(pdf) {
  return fonts(pdf).split('\n').slice(2)
    .filter((line) => line && !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line))
}

// Every page of a PDF as a picture, named NAME-1.png and so on.
export function pdfPictures(pdf, name) {
  inFolder((folder) => {
    writeFileSync(`${folder}/paper.pdf`, pdf)
    run('pdftoppm', '-r', '100', '-png', `${folder}/paper.pdf`, name)
  })
}

// What a scanner reads off a PDF: [{ kind, text }] from top to bottom, as zbarimg finds them.
export function codes(pdf) {
  return inFolder((folder) => {
    writeFileSync(`${folder}/paper.pdf`, pdf)
    run('pdftoppm', '-r', '200', '-png', `${folder}/paper.pdf`, `${folder}/page`)
    return readdirSync(folder).filter((name) => name.endsWith('.png')).sort()
      .flatMap((name) => {
        try {
          return run('zbarimg', '--quiet', `${folder}/${name}`).split('\n').filter(Boolean)
        } catch {
          return [] // a page without codes
        }
      })
      .map((line) => ({ kind: line.slice(0, line.indexOf(':')), text: line.slice(line.indexOf(':') + 1) }))
  })
}

// A collector's settlement file of slips paid today: [{ symbols: [1, 2, 3], amount }].
export function settlementFile(slips, day = taipeiToday()) {
  const pad = (text, length) => String(text).padEnd(length)
  const zeros = (number, length) => String(number).padStart(length, '0')
  const head = pad('00000138', 8) + pad('7111111', 8)
  const lines = slips.map(({ symbols }) =>
    `2${head}${pad('012345', 8)}${pad('00000000000000', 14)}6II00${day}${day}` +
    pad(symbols[0], 9) + pad(symbols[1], 20) + pad(symbols[2], 15) + ' '.repeat(16))
  const total = slips.reduce((sum, { amount }) => sum + amount, 0)
  return [
    `1${head}6II1${day}${' '.repeat(91)}`,
    ...lines,
    `3${head}6II${day}${zeros(total * 100, 16)}${zeros(slips.length, 10)}${' '.repeat(66)}`,
  ].map((line) => `${line}\r\n`).join('')
}

export function taipeiToday() {
  return new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10).replaceAll('-', '')
}
