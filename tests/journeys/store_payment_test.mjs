// Paying a slip with a phone in hand: the three barcodes are scanned from its screen, by two readers
// that know nothing of each other, and the virtual account is copied into the bank's app.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { closeBrowser, overflow, picture, visitor } from '../browser/support/browser.mjs'
import { Holder, logInAs } from '../browser/support/holdings.mjs'
import { artefacts, sql, student } from '../browser/support/site.mjs'
import { codes, pdfText } from './documents.mjs'
import { fetchPdf } from './money.mjs'

const PAYER = 'gulinaer'

after(closeBrowser)

let cookies
let store
let account

before(async () => {
  const payer = { ...(await visitor()), name: 'payer', step: 0 }
  await logInAs(payer, PAYER)
  cookies = await payer.context.cookies()
  const holder = new Holder(payer, PAYER)
  store = await holder.paying('convenience-store')
  account = await holder.paying('virtual-account')
})

// Another device with the same login.
async function device(ways) {
  const one = await visitor(ways)
  await one.context.addCookies(cookies.filter(({ name }) => name !== 'lang'))
  return one
}

const run = (...command) => execFileSync(command[0], command.slice(1), {
  encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

const READERS = {
  zbarimg: (file) => run('zbarimg', '-q', '--raw', '-Sdisable', '-Scode39.enable', file)
    .split('\n').filter(Boolean),
  ZXingReader: (file) => [...run('ZXingReader', '-1', '-format', 'Code39', file).matchAll(/"([^"]*)"/g)].map(([, text]) => text),
}

const bySymbol = (texts) => [...texts].sort((one, other) => one.length - other.length)

const SCREENS = []
for (const width of [320, 390]) {
  for (const scale of [2, 3]) {
    for (const colours of ['light', 'dark']) SCREENS.push({ width, scale, colours })
  }
}

for (const screen of SCREENS) {
  const { width, scale, colours } = screen
  test(`the till scans a screen of ${width} pixels at ${scale}x, ${colours}`, async () => {
    const { page, complaints } = await device(screen)
    await page.goto(student(`/payment/${store}`))
    const shown = await page.locator('.barcodes figcaption').allTextContents()
    assert.deepEqual(shown.map((text) => text.length), [9, 16, 15])
    assert.deepEqual(await overflow(page), [])
    for (const [at, text] of shown.entries()) { // one after the other, as at the till
      const file = `${artefacts}/scanned-${width}-${scale}-${colours}-${at + 1}.png`
      await page.locator('.barcodes figure').nth(at).screenshot({ path: file })
      for (const [reader, read] of Object.entries(READERS)) {
        assert.deepEqual(read(file), [text], reader)
      }
    }
    await picture(page, `slip-${width}-${scale}-${colours}`)
    assert.deepEqual(complaints, [], 'the drawings pass the content security policy')
    await page.context().close()
  })
}

test('one symbol after the other is in view, and the paper says the same', async () => {
  const me = { ...(await device({ width: 390 })), name: 'store-payer', step: 0 }
  await me.page.goto(student(`/payment/${store}`))
  const boxes = await me.page.locator('.barcodes svg').evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().toJSON()))
  for (const { width, height } of boxes) {
    assert.ok(width >= 380, `${width} pixels wide`)
    assert.ok(height >= 0.15 * width, 'at least 15 % of the width, as ISO/IEC 16388 wants')
  }
  for (const [at, { top }] of boxes.entries()) {
    if (at > 0) assert.ok(top - boxes[at - 1].bottom >= 40, 'the next symbol is well below')
  }
  const shown = await me.page.locator('.barcodes figcaption').allTextContents()
  const paper = codes(await fetchPdf(me, 'main a[href$="slip.pdf"]', 'slip'))
  assert.deepEqual(bySymbol(paper.map(({ text }) => text)), bySymbol(shown))
})

test('the virtual account is copied with one press', async () => {
  const me = { ...(await device({ width: 390, language: 'en' })), name: 'account-payer', step: 0 }
  const { page, context } = me
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(student(`/payment/${account}?lang=en`))
  const [{ slip_number: number }] = sql(
    `SELECT slip_number FROM payment WHERE reference = '${account}'`)
  assert.match(number, /^\d{16}$/)
  assert.ok((await page.locator('.slip').innerText()).includes(number.replace(/(\d{4})(?=\d)/g, '$1 ')))
  await page.getByRole('button', { name: 'Copy the account number' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), number)
  assert.equal(await page.locator('.barcodes').count(), 0)
  await picture(page, 'virtual-account-copied')
  const paper = pdfText(await fetchPdf(me, 'main a[href$="slip.pdf"]', 'slip'))
  assert.ok(paper.replaceAll(' ', '').includes(number))
})

test('without scripts the account is there and no button that does nothing', async () => {
  const { page } = await device({ width: 390, scripts: false })
  await page.goto(student(`/payment/${account}`))
  assert.match(await page.locator('.slip').innerText(), /\d{4} \d{4} \d{4} \d{4}/)
  assert.equal(await page.locator('[data-copy]').isVisible(), false)
})
