// Review, payment and the papers at the end of the walk.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { artefacts, permitctl, RowWatch, sql, student, until } from '../browser/support/site.mjs'
import { mailBy, mailTo } from '../browser/support/mailbox.mjs'
import { caseOf } from './application_steps.mjs'
import { chooseFromMenu, look, press, says } from './steps.mjs'
import { picture } from '../browser/support/browser.mjs'
import { codes, missingFonts, pdfPictures, pdfText, settlementFile } from './documents.mjs'

export async function approve(visitor, person, receipt) {
  return mailBy(() => permitctl('case', 'approve', receipt), person.email,
    new RegExp(`^(?=[^]*${receipt})(?=[^]*/(payment|download)\\b)`))
}

export async function chooseMethod(visitor, receipt, method) {
  const { page } = visitor
  await chooseFromMenu(visitor, '/payment')
  await look(visitor, 'payment-list')
  await page.locator(`main tr:has-text("${receipt}") input[type=checkbox]`).check()
  await press(page)
  await look(visitor, 'payment-details')
  await press(page)
  await look(visitor, 'payment-method')
  await page.locator(`main input[type=radio][value="${method}"]`).check()
  await press(page)
}

export async function payByCard(visitor, person, receipt) {
  const { page } = visitor
  await chooseMethod(visitor, receipt, 'credit-card')
  await reachTheBank(visitor)
  await picture(page, `${visitor.name}-bank`)
  await page.locator('button[value=pay]').click()
  if (!visitor.scripts) await page.locator('#back').click()
  await page.waitForURL(/\/individual\/payment\//)
  await until('the permit', () => caseOf(receipt).state === 'issued')
  await page.reload()
  await says(page, visitor.language === 'en' ? 'Transaction successful' : '交易成功')
  await look(visitor, 'result')
  await mailTo(person.email, new RegExp(receipt))
}

// The page on the way forwards by itself; without scripts its button does.
export async function reachTheBank({ page, scripts }) {
  if (!scripts) await press(page)
  await page.waitForURL(/\/Cashier\/Page\//)
}

export async function payAtTheStore(visitor, person, receipt) {
  const amount = Number(caseOf(receipt).fee)
  const { page } = visitor
  await chooseMethod(visitor, receipt, 'convenience-store')
  await look(visitor, 'slip')
  const slip = await fetchPdf(visitor, 'main a[href$="slip.pdf"]', 'slip')
  const symbols = codes(slip).filter(({ kind }) => kind === 'CODE-39').map(({ text }) => text)
    .sort((one, other) => [9, 16, 15].indexOf(one.length) - [9, 16, 15].indexOf(other.length))
  assert.deepEqual(symbols.map((text) => text.length), [9, 16, 15])
  const file = `${artefacts}/${visitor.name}-settlement.txt`
  writeFileSync(file, settlementFile([{ symbols, amount }]))
  permitctl('payment', 'settle', file)
  const rows = new RowWatch()
  assert.match(permitctl('payment', 'settle', file), /nothing was changed/)
  assert.deepEqual(rows.changes(), {}, 'a file is taken once')
  await mailTo(person.email, new RegExp(receipt))
}

export async function fetchPdf(visitor, link, name) {
  const { page, context } = visitor
  const address = new URL(await page.locator(link).first().getAttribute('href'), page.url()).href
  const response = await context.request.get(address)
  assert.equal(response.status(), 200, address)
  assert.match(response.headers()['content-type'], /^application\/pdf/)
  const pdf = await response.body()
  writeFileSync(`${artefacts}/${visitor.name}-${name}.pdf`, pdf)
  pdfPictures(pdf, `${artefacts}/${visitor.name}-${name}`)
  assert.deepEqual(missingFonts(pdf), [])
  return pdf
}

export async function download(visitor, person, receipt, words = '壹仟元') {
  const { page } = visitor
  await page.goto(student('/download/permits'))
  await look(visitor, 'download-permits')
  const permit = pdfText(await fetchPdf(visitor, `main a[href*="${receipt}"][href$=".pdf"]`, 'permit'))
  assert.ok(permit.includes(receipt), 'the permit bears the receipt number')
  assert.ok(permit.includes(person.mainland_id))
  assert.ok(permit.replaceAll(' ', '').includes(person.chinese_name))
  await page.goto(student('/download/receipts'))
  await look(visitor, 'download-receipts')
  const [{ number }] = sql(`SELECT r.number FROM receipt r JOIN payment_case c USING (payment_id)
    JOIN application_case a ON a.id = c.case_id WHERE a.receipt_number = '${receipt}'`)
  const paper = pdfText(await fetchPdf(visitor, `main a[href*="${number}"][href$=".pdf"]`, 'receipt'))
  assert.ok(paper.includes(number))
  assert.ok(paper.replaceAll(' ', '').includes(words))
}
