// What a student does, page by page, as a person does it: read, fill in, press the one big button.
//
// Fields are found by the names of the rules, so that a deed is the same in both languages, with
// scripts and without, on any width.

import assert from 'node:assert/strict'
import { address, student, sql } from '../browser/support/site.mjs'
import { linkIn, mailTo } from '../browser/support/mailbox.mjs'
import { overflow, picture } from '../browser/support/browser.mjs'
import { document, portrait } from './documents.mjs'

const BIG_BUTTON = 'main .govuk-button:not(.govuk-button--secondary):not(.govuk-button--warning)'

// A step that fails is named, with a picture of where it failed; the walk ends there.
export async function takeStep(me, deed, work) {
  try {
    await work()
  } catch (error) {
    await picture(me.page, `${me.name}-failed`)
    error.message = `${deed}: ${error.message} (at ${me.page.url()})`
    throw error
  }
}

// Every page that a journey sees is looked at the same way.
export async function look(visitor, name) {
  const { page, language, width } = visitor
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} has one heading`)
  const lang = await page.locator('html').getAttribute('lang')
  assert.equal(lang, language === 'en' ? 'en' : 'zh-Hant-TW')
  assert.deepEqual(await overflow(page), [], `${page.url()} fits into ${width} pixels`)
  await picture(page, `${visitor.name}-${String(++visitor.step).padStart(2, '0')}-${name}`)
}

export async function press(page, button = BIG_BUTTON) {
  await page.locator(button).first().click()
  await page.waitForLoadState()
}

export async function answer(page, name, value) {
  const field = page.locator(`main [name="${name}"]`)
  const first = field.first()
  const kind = (await first.getAttribute('type')) ?? (await first.evaluate((e) => e.tagName))
  if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
  else if (kind === 'checkbox') await first.check()
  else if (kind === 'SELECT') await first.selectOption(value)
  else await first.fill(value)
}

export async function says(page, pattern) {
  await page.locator('.ground').getByText(pattern).first().waitFor()
}

// With an English visitor every address asks for English once; the cookie keeps it.
export async function arrive(visitor) {
  const { page, language } = visitor
  visitor.step = 0
  await page.goto(address('/student/entry') + (language === 'en' ? '?lang=en' : '?lang=zh-TW'))
  await look(visitor, 'portal')
  await page.locator('main a[href$="/student/entry/china-student"]').first().click()
  await page.waitForLoadState()
  await look(visitor, 'introduction')
  await page.locator('main a[href$="/individual/login"]').last().click()
  await page.waitForLoadState()
  await look(visitor, 'login')
}

const BASIC_DATA = ['chinese_name', 'surname', 'given_name', 'mainland_id', 'birthplace',
  'birth_date', 'sex', 'travel_permit', 'phone', 'email']

export async function register(visitor, person) {
  const { page } = visitor
  await page.locator('main a[href$="/register"]').first().click()
  await page.waitForLoadState()
  for (const name of BASIC_DATA) await answer(page, name, person[name])
  await answer(page, 'login_name', person.login)
  await answer(page, 'password', person.password)
  await answer(page, 'password_again', person.password)
  await look(visitor, 'registration')
  await press(page)
  await says(page, visitor.language === 'en' ? /registration|registered/i : '註冊成功,請至Email認證啟用!')
  await look(visitor, 'registered')
}

export async function activate(visitor, person) {
  const { page } = visitor
  const mail = await mailTo(person.email, /activate\//)
  assert.ok(mail.html, 'the mail has an HTML part')
  await page.goto(linkIn(mail, /\/activate\//))
  await look(visitor, 'activation')
  await press(page)
  assert.match(page.url(), /\/individual\/login/)
  await look(visitor, 'activated')
}

export async function logIn(visitor, person) {
  const { page, scripts } = visitor
  await page.goto(student('/login'))
  if (scripts) {
    await answer(page, 'login_name', person.login)
    await answer(page, 'password', person.password)
    await page.locator('[data-proof-start]').click()
    await page.locator('[data-proof-done]:not([hidden])').waitFor()
  } else {
    await askForCode(visitor, person)
    await answer(page, 'login_name', person.login)
    await answer(page, 'password', person.password)
  }
  await look(visitor, 'login-filled')
  await press(page)
  await page.waitForURL(/\/todo/)
  await look(visitor, 'todo')
}

async function askForCode(visitor, person) {
  const { page } = visitor
  await page.locator('main a[href$="/login-code"]').click()
  await page.waitForLoadState()
  await answer(page, 'login_name', person.login)
  await press(page)
  const mail = await mailTo(person.email, /一次性登入碼|one-time code/i)
  await answer(page, 'code', /\b\d{8}\b/.exec(mail.text)[0])
}

// The answers of a student whose father lives and whose mother has died.
export const ANSWERS = {
  qualification: 'general', resumes_study: 'no', study_level: 'bachelor', grade: '1',
  highest_education: 'senior-high', mainland_address: '江蘇省南京市鼓樓區中山路1號',
  taiwan_address: '臺北市大安區羅斯福路四段1號', taiwan_phone: '0223456789',
  declared_post: 'formerly', former_post: '學生會幹事',
  guarantor_kind: 'juridical', guarantor_organisation: '國立臺灣大學',
  father_life: 'alive', father_name: '王大明', father_birth_date: '1970/01/02',
  father_phone: '13900000000', father_occupation: '教師', father_employer: '南京第一中學',
  father_job_title: '老師', father_address: '江蘇省南京市鼓樓區中山路1號',
  mother_life: 'deceased', mother_name: '李小花',
}

// Up to the open form, where a draft stands.
export async function startExchange(visitor, person) {
  const { page } = visitor
  await page.goto(student('/apply/exchange'))
  await look(visitor, 'declaration')
  await page.locator('main input[type=checkbox]').check()
  await press(page)
  await look(visitor, 'permit-number')
  await answer(page, 'permit_number', person.permit)
  await press(page)
  await page.waitForURL(/\/apply\/drafts\//)
  await look(visitor, 'form-empty')
}

export async function applyForExchange(visitor, person) {
  const { page } = visitor
  await startExchange(visitor, person)
  await handIn(visitor)
  for (const [name, value] of Object.entries(ANSWERS)) await answer(page, name, value)
  await look(visitor, 'form')
  await press(page)
  await page.waitForURL(/\/check/)
  await look(visitor, 'check')
}

// With scripts a chosen file goes up by itself, without them the button beside it sends it.
export async function handIn(visitor) {
  const { page, scripts } = visitor
  const slots = [['photo', await portrait()], ['single-permit', await document('單次證')],
    ['health-certificate', await document('健檢證明')], ['travel-document', await document('大通證')]]
  for (const [slot, file] of slots) {
    const place = page.locator(`.upload-slot:has(input[name="${slot}"])`)
    await place.locator('input[type=file]').setInputFiles(file)
    if (!scripts) await place.locator('button[value=upload]').click()
    await place.getByRole('link', { name: file.name }).waitFor()
  }
}

export async function send(visitor) {
  const { page } = visitor
  await press(page)
  await page.waitForURL(/\/sent/)
  await look(visitor, 'sent')
  const receipt = /\b\d{12}\b/.exec(await page.locator('main').innerText())[0]
  await says(page, visitor.language === 'en' ? /receipt number/i : /送件成功，收件號:/)
  return receipt
}

export function caseOf(receipt) {
  return sql(`SELECT * FROM application_case WHERE receipt_number = '${receipt}'`)[0]
}

export async function logOut(visitor) {
  const { page } = visitor
  await page.locator('form[action$="/logout"] button').first().click()
  await page.waitForURL(/\/individual\/login/)
}
