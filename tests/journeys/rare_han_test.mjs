// A student whose name and addresses hold characters beyond the common planes of fonts, 𠮷 (U+20BB7)
// and 𡘙 (U+21619), from the agency's register file to the permit. 𰁁 (U+30041) and 𰁂 (U+30042), which the
// papers' faces do not hold, are refused by name where they would be printed and kept elsewhere.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { artefacts, permitctl, sql, student } from '../browser/support/site.mjs'
import { mailTo } from '../browser/support/mailbox.mjs'
import { activate, arrive, logIn, register } from './account_steps.mjs'
import { ANSWERS, caseOf, fillIn, handIn, openSection, send, startApplication } from './application_steps.mjs'
import { answer, look, press, takeStep } from './steps.mjs'
import { fonts, pdfText } from './documents.mjs'
import { approve, download, fetchPdf, payAtTheStore } from './money.mjs'

after(closeBrowser)

const NAME = '王𠮷𡘙'
const RARE = {
  taiwan_address: '臺北市𠮷林里𡘙路1號',
  mainland_address: '江蘇省南京市𡘙街2號',
  father_name: '王𠮷',
  mother_name: '李𡘙𰁂',
}
const UNHELD = '臺北市𰁁麵街1號'

const ME = {
  chinese_name: NAME, surname: 'WANG', given_name: 'JISHEN', birthplace: 'jiangsu',
  birth_date: '1999/03/04', sex: 'male', travel_permit: 'T87654399', mainland_id: '320102199903040032',
  permit: '114695288001', phone: '0912345678', email: 'rare@campus.example', login: 'rarename',
  password: 'walk-to-permit-9',
}

const SLASHED = (days) =>
  new Date(Date.now() + days * 864e5).toISOString().slice(0, 10).replaceAll('-', '/')

function loadRegister() {
  const applicants = `${artefacts}/rare-applicants.csv`
  const permits = `${artefacts}/rare-permits.csv`
  writeFileSync(applicants,
    'mainland_id,category,chinese_name,surname,given_name,birth_date,birthplace,sex,' +
    'travel_permit,unified_number,school,department,study_level,grade\n' +
    [ME.mainland_id, 'mainland', NAME, ME.surname, ME.given_name, ME.birth_date, ME.birthplace, ME.sex,
      ME.travel_permit, '', '國立蓬萊大學', '歷史學系', 'bachelor', '1'].join(',') + '\n')
  writeFileSync(permits,
    'number,kind,mainland_id,issued_on,expires_on,stay_until,entered_on,status\n' +
    [ME.permit, 'single', ME.mainland_id, SLASHED(-60), SLASHED(120), '', SLASHED(-30), 'valid'].join(',') +
    '\n')
  return permitctl('register', 'import', applicants, permits)
}

const inText = (pdf, words) =>
  assert.ok(pdfText(pdf).replace(/\s/g, '').includes(words), `the paper says ${words}`)

// Rare characters stand in a face of their own, embedded like the others.
const hasRareFace = (pdf) => assert.match(fonts(pdf), /Ext-B/)

const paper = (me, name) => readFileSync(`${artefacts}/${me.name}-${name}.pdf`)

// Whether the browser draws the character as itself and not as the box of what it lacks.
async function isDrawn({ page }, character) {
  return page.evaluate((text) => {
    const pixels = (drawn) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 64
      const pen = canvas.getContext('2d')
      pen.font = `48px ${getComputedStyle(document.body).fontFamily}`
      pen.fillText(drawn, 4, 52)
      return canvas.toDataURL()
    }
    return pixels(text) !== pixels('\u{10FFFD}') && pixels(text) !== pixels(' ')
  }, character)
}

async function shows({ page }, where, words) {
  await page.goto(student(where))
  assert.ok((await page.locator('main').innerText()).includes(words), `${where} shows ${words}`)
}

test('a student with a rare name gets a permit', async () => {
  const me = { ...(await visitor()), name: 'rare-han' }
  const step = (what, work) => takeStep(me, what, work)
  let receipt

  await step('the agency loads the register', async () => {
    loadRegister()
    const [{ hex }] = sql(`SELECT HEX(chinese_name) AS hex FROM applicant
      WHERE mainland_id = '${ME.mainland_id}'`)
    assert.equal(hex, Buffer.from(NAME).toString('hex').toUpperCase())
  })
  await step('registers and opens the account from the mail', async () => {
    await arrive(me)
    await register(me, ME)
    const mail = await mailTo(ME.email, /activate\//)
    assert.equal(mail.headers.to[0], `${NAME} <${ME.email}>`)
    assert.ok(mail.text.startsWith(`${NAME} 您好：`), mail.text)
    assert.ok(mail.html.includes(NAME))
    await activate(me, ME)
    await logIn(me, ME)
  })
  await step('is told which character cannot be printed, and writes another', async () => {
    await startApplication(me, ME)
    await openSection(me, 'identity')
    assert.equal(await me.page.locator('main [name="chinese_name"]').inputValue(), NAME)
    await handIn(me)
    await openSection(me, 'contact')
    for (const [name, value] of Object.entries({ ...ANSWERS, ...RARE, taiwan_address: UNHELD })) {
      if (await me.page.locator(`main [name="${name}"]`).count()) await answer(me.page, name, value)
    }
    await press(me.page)
    const error = me.page.locator('#taiwan_address-error')
    await error.waitFor()
    assert.match(await error.innerText(), /「𰁁」\(U\+30041\) 無法列印於許可證/)
    assert.equal(await me.page.locator('main [name="taiwan_address"]').inputValue(), UNHELD)
    await look(me, 'unprintable')
  })
  await step('reads it over and sends it', async () => {
    await fillIn(me, { ...ANSWERS, ...RARE })
    const answers = await me.page.locator('main').innerText()
    for (const words of [NAME, ...Object.values(RARE)]) assert.ok(answers.includes(words), words)
    for (const character of '𠮷𡘙') assert.ok(await isDrawn(me, character), character)
    receipt = await send(me)
  })
  await step('is in the database as typed', async () => {
    const kept = JSON.parse(sql(`SELECT form FROM application_case
      WHERE receipt_number = '${receipt}'`)[0].form)
    for (const [field, value] of Object.entries({ chinese_name: NAME, ...RARE })) {
      assert.equal(kept[field], value)
    }
  })
  await step('sees the name on every page about the case', async () => {
    await shows(me, '/todo', NAME)
    await look(me, 'todo')
    await shows(me, '/progress?list=yes', NAME)
    await look(me, 'progress')
    await shows(me, `/withdrawal/${sql(`SELECT number FROM case_group g JOIN application_case c
      ON c.group_id = g.id WHERE receipt_number = '${receipt}'`)[0].number}`, NAME)
    await shows(me, `/cases/${receipt}`, RARE.taiwan_address)
    await look(me, 'case')
    const mail = await mailTo(ME.email, new RegExp(receipt))
    assert.equal(mail.headers.to[0], `${NAME} <${ME.email}>`)
    assert.ok(mail.text.startsWith(`${NAME} 您好：`))
  })
  await step('takes the application home, where the unheld character is its code', async () => {
    const copy = await fetchPdf(me, 'main a[href$="application.pdf"]', 'application')
    for (const words of [NAME, RARE.taiwan_address, RARE.mainland_address, RARE.father_name]) {
      inText(copy, words)
    }
    inText(copy, '李𡘙[U+30042]')
    hasRareFace(copy)
  })
  await step('the operator sees the name', async () => {
    assert.ok(permitctl('case', 'show', receipt).includes(NAME))
    assert.ok(permitctl('case', 'list').includes(NAME))
  })
  await step('the reviewer writes a rare opinion', async () => {
    permitctl('case', 'return', receipt, '--kind', 'correction', '--opinion', '請確認𡘙街之街名')
    const mail = await mailTo(ME.email, /請確認𡘙街之街名/)
    assert.ok(mail.html.includes('請確認𡘙街之街名'))
    await shows(me, `/corrections/${receipt}/form`, '請確認𡘙街之街名')
    await press(me.page)
    await me.page.waitForURL(/\/check/)
    await press(me.page)
    await me.page.waitForURL(/\/done/)
  })
  await step('pays by a slip and takes permit and receipt home', async () => {
    await approve(me, ME, receipt)
    await payAtTheStore(me, ME, receipt)
    assert.equal(caseOf(receipt).state, 'issued')
    await download(me, ME, receipt)
    for (const name of ['slip', 'permit', 'receipt']) {
      inText(paper(me, name), NAME)
      hasRareFace(paper(me, name))
    }
    inText(paper(me, 'permit'), RARE.taiwan_address)
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})
