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

// Up to the sections of the form, where a draft stands.
export async function startApplication(visitor, person, service = 'exchange') {
  const { page } = visitor
  await agree(visitor, service)
  await answer(page, 'permit_number', person.permit)
  await press(page)
  await page.waitForURL(/\/apply\/drafts\//)
  await look(visitor, 'sections')
}

// ---- the form in sections ----------------------------------------------------------------------

// In their order, with the fields and slots of each.
const NAMES = {
  photo: ['photo'],
  request: ['qualification', 'resumes_study'],
  documents: ['single-permit', 'multiple-permit', 'enrolment', 'change-proof', 'health-certificate',
    'travel-document', 'other'],
  identity: ['chinese_name', 'english_name', 'birth_date', 'former_name', 'unified_number',
    'mainland_id', 'mainland_id_expiry', 'passport_number', 'passport_expiry', 'sex'],
  studies: ['school', 'department', 'study_level', 'grade', 'birthplace', 'highest_education',
    'highest_education_school'],
  contact: ['travel_permit', 'travel_permit_expiry', 'mainland_phone', 'mainland_address',
    'taiwan_phone', 'taiwan_address', 'email'],
  declaration: ['declared_post', 'former_post', 'present_post'],
  guarantor: ['guarantor_kind', 'guarantor_organisation', 'guarantor_representative',
    'guarantor_name', 'guarantor_id', 'guarantor_relation', 'guarantor_phone', 'guarantor_address'],
  father: ['father_'],
  mother: ['mother_'],
}

export const SECTIONS = Object.keys(NAMES)

// The section of a field or a slot.
export const sectionOf = (name) => SECTIONS.find((section) =>
  NAMES[section].some((known) => (known.endsWith('_') ? name.startsWith(known) : name === known)))

const draftOf = (page) => /\/apply\/drafts\/[^/?#]+/.exec(page.url())[0]
const isAt = (section) => (url) => url.pathname.endsWith(`/sections/${section}`)

// From the list of the sections, as a student finds it.
export async function openSection({ page }, section) {
  if (await page.locator('.section-list').count() === 0) await page.goto(student(draftOf(page)))
  await page.locator(`.section-list a[href$="/sections/${section}"]`).click()
  await page.waitForURL(isAt(section))
}

// The whole form on one page, by its link on the list of the sections.
export async function openWholeForm({ page }) {
  await page.goto(student(draftOf(page)))
  await page.locator('main a[href$="?all=yes"]').click()
  await page.waitForURL(/\?all=yes$/)
}

// Presses "Save and continue" and waits for what comes after the section.
export async function saveSection({ page }, section) {
  await press(page, 'main .govuk-button[value=next]')
  await page.waitForURL((url) => !isAt(section)(url) && !/\/drafts\/[^/]+$/.test(url.pathname))
}

// All the way to the page of one's answers, which is still open then.
export async function apply(visitor, person, service = 'exchange', answers = ANSWERS) {
  await startApplication(visitor, person, service)
  await handIn(visitor, service)
  await fillIn(visitor, answers)
}

// Section by section; the last one leads to the check.
export async function fillIn(visitor, answers) {
  const { page } = visitor
  const names = Object.keys(answers)
  for (const section of SECTIONS) {
    const here = names.filter((name) => sectionOf(name) === section)
    if (here.length === 0) continue
    await openSection(visitor, section)
    for (const name of here) {
      if (await page.locator(`main [name="${name}"]`).count()) await answer(page, name, answers[name])
    }
    await look(visitor, `section-${section}`)
    await saveSection(visitor, section)
  }
  await page.waitForURL(/\/check$/)
  await look(visitor, 'check')
}

export async function handIn(visitor, service = 'exchange') {
  await handInFile(visitor, 'photo', await portrait())
  for (const [slot, title] of Object.entries(PAPERS[service])) {
    await handInFile(visitor, slot, await document(title))
  }
}

// With scripts a chosen file goes up by itself, without them the button beside it sends it. On a
// page without its slot its section is opened first.
export async function handInFile(visitor, slot, file) {
  const { page, scripts } = visitor
  const place = page.locator(`.upload-slot:has(input[name="${slot}"])`)
  if (await place.count() === 0) await openSection(visitor, sectionOf(slot))
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
