// Applying: from the declaration to the receipt number.

import { sql, student } from '../browser/support/site.mjs'
import { answer, chooseFromMenu, look, press, says } from './steps.mjs'
import { document, portrait } from './documents.mjs'

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

// The documents that each service asks for, and what a student writes on them.
export const PAPERS = {
  exchange: { 'single-permit': '單次證', 'health-certificate': '健檢證明', 'travel-document': '大通證' },
  extension: { 'multiple-permit': '多次證', enrolment: '在學證明', 'travel-document': '大通證' },
  'data-change': { 'change-proof': '異動證明' },
}

// Up to the permit number, by the menu as a student finds it.
export async function agree(visitor, service) {
  const { page } = visitor
  await page.goto(student('/todo'))
  await chooseFromMenu(visitor, `/apply/${service}`)
  await look(visitor, 'declaration')
  await page.locator('main input[type=checkbox]').check()
  await press(page)
  await look(visitor, 'permit-number')
}

// Up to the open form, where a draft stands.
export async function startApplication(visitor, person, service = 'exchange') {
  const { page } = visitor
  await agree(visitor, service)
  await answer(page, 'permit_number', person.permit)
  await press(page)
  await page.waitForURL(/\/apply\/drafts\//)
  await look(visitor, 'form-empty')
}

// All the way to the page of one's answers, which is still open then.
export async function apply(visitor, person, service = 'exchange', answers = ANSWERS) {
  await startApplication(visitor, person, service)
  await handIn(visitor, service)
  await fillIn(visitor, answers)
}

export async function fillIn(visitor, answers) {
  const { page } = visitor
  for (const [name, value] of Object.entries(answers)) {
    if (await page.locator(`main [name="${name}"]`).count()) await answer(page, name, value)
  }
  await look(visitor, 'form')
  await press(page)
  await page.waitForURL(/\/check/)
  await look(visitor, 'check')
}

export async function handIn(visitor, service = 'exchange') {
  await handInFile(visitor, 'photo', await portrait())
  for (const [slot, title] of Object.entries(PAPERS[service])) {
    await handInFile(visitor, slot, await document(title))
  }
}

// With scripts a chosen file goes up by itself, without them the button beside it sends it.
export async function handInFile({ page, scripts }, slot, file) {
  const place = page.locator(`.upload-slot:has(input[name="${slot}"])`)
  await place.locator('input[type=file]').setInputFiles(file)
  if (!scripts) await place.locator('button[value=upload]').click()
  await place.getByRole('link', { name: file.name }).waitFor()
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
