// A student who has something on every page: drafts, cases in each state, payments of each kind.
//
// What no page needs to be looked at for is done by plain requests with the student's session, the
// way a browser without scripts would do it.

import assert from 'node:assert/strict'
import { permitctl, sql, student, until } from './site.mjs'
import { ANSWERS, caseOf, logIn } from '../../journeys/deeds.mjs'
import { document, portrait } from '../../journeys/documents.mjs'

// The sample's accounts have one password.
export const PASSWORD = 'Mountain-7-river'
const SLOTS = {
  exchange: ['single-permit', 'health-certificate', 'travel-document'],
  extension: ['multiple-permit', 'enrolment', 'travel-document'],
  'data-change': ['change-proof'],
}

let files
async function papers() {
  files ??= { photo: await portrait(), paper: await document('證明文件') }
  return files
}

export async function logInAs(visitor, login) {
  await logIn(visitor, { login, password: PASSWORD })
}

const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]

class Requests {
  constructor(context) {
    this.context = context
  }

  async get(path) {
    const answer = await this.context.request.get(student(path))
    assert.equal(answer.status(), 200, path)
    return answer.text()
  }

  // Sends the form of a page with these fields; says where it leads.
  async send(page, path, fields, multipart = false) {
    const html = await this.get(page)
    const own = { csrf: hidden(html, 'csrf'), act: hidden(html, 'act') }
    const form = Object.fromEntries(
      Object.entries({ ...own, ...fields }).filter(([, value]) => value !== undefined))
    const answer = await this.context.request.post(
      student(path), { [multipart ? 'multipart' : 'form']: form, maxRedirects: 0 })
    assert.equal(answer.status(), 303, `${path}: ${await answer.text()}`)
    return answer.headers().location.replace(/^.*\/individual/, '')
  }
}

// One more permit of the student's, like the first of its kind in the register.
function anotherPermit(applicant, kind, number) {
  sql(`INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,
      entered_on, status, loaded_at)
    SELECT '${number}', '${kind}', ${applicant}, CURRENT_DATE - INTERVAL 200 DAY,
      CURRENT_DATE + INTERVAL 50 DAY, CURRENT_DATE + INTERVAL 50 DAY,
      CURRENT_DATE - INTERVAL 190 DAY, 'valid', CURRENT_TIMESTAMP`)
  return number
}

export async function gatherHoldings(visitor, login) {
  const requests = new Requests(visitor.context)
  const { photo, paper } = await papers()
  const [{ applicant }] = sql(`SELECT applicant_id AS applicant FROM account WHERE login_name = '${login}'`)
  let serial = 0

  async function draft(service) {
    const kind = service === 'exchange' ? 'single' : 'multiple'
    const number = anotherPermit(applicant, kind, `9000000001${String(++serial).padStart(2, '0')}`)
    const place = await requests.send(`/apply/${service}`, `/apply/${service}`, { agreed: 'yes' })
    const made = await requests.send(place, `/apply/${service}/permit`,
      { agreed: 'yes', permit_number: number })
    return made.split('/').at(-1).split(/[?#]/)[0]
  }
  // Every answer, every file.
  async function filled(service) {
    const id = await draft(service)
    const path = `/apply/drafts/${id}`
    const handedIn = Object.fromEntries(SLOTS[service].map((slot) => [slot, paper]))
    const there = await requests.send(path, path, { do: 'check', ...ANSWERS, photo, ...handedIn }, true)
    assert.match(there, /\/check$/)
    return id
  }
  async function sent(service) {
    const path = `/apply/drafts/${await filled(service)}`
    const there = await requests.send(`${path}/check`, `${path}/send`, {})
    return /\d{12}/.exec(there)[0]
  }
  async function approved() {
    const receipt = await sent('exchange')
    permitctl('case', 'approve', receipt)
    return receipt
  }
  const groupOf = (receipt) => sql(`SELECT g.number FROM case_group g JOIN application_case c
    ON c.group_id = g.id WHERE c.receipt_number = '${receipt}'`)[0].number
  const groupPaidBy = (reference) => sql(`SELECT g.number FROM case_group g
    JOIN application_case c ON c.group_id = g.id JOIN payment_case l ON l.case_id = c.id
    JOIN payment p ON p.id = l.payment_id WHERE p.reference = '${reference}'`)[0].number
  // Chooses the method for the group, or for a new case; says the payment's reference.
  async function paying(method, group) {
    group ??= groupOf(await approved())
    const there = await requests.send(`/payment/method?group=${group}`, '/payment/method',
      { group, method })
    return there.split('/')[2]
  }

  const held = { login, emptyDraft: await draft('exchange') }
  held.drafts = { exchange: await filled('exchange'), extension: await filled('extension'),
    'data-change': await filled('data-change') }
  held.submitted = await sent('exchange')
  held.group = groupOf(held.submitted)
  held.correction = await sent('exchange')
  const file = sql(`SELECT id FROM upload WHERE case_id = ${caseOf(held.correction).id}`)[0].id
  permitctl('case', 'return', held.correction, '--kind', 'correction', '--opinion',
    '請補正下列資料。', '--remark', 'birthplace=與戶籍資料不符', '--remark', 'declared_post=請再確認',
    '--remark', `file:${file}=影像模糊`)
  for (const name of ['documents', 'corrected']) {
    held[name] = await sent('extension')
    permitctl('case', 'return', held[name], '--kind', 'documents', '--opinion', '在學證明已過期。',
      '--remark', 'birthplace=請附證明')
  }
  const correction = `/corrections/${held.corrected}/form`
  await requests.send(correction, correction, { do: 'send', enrolment: paper }, true)
  held.unpaid = await approved()
  held.disapproved = await sent('exchange')
  permitctl('case', 'disapprove', held.disapproved, '--opinion', '資料不實。')
  held.notAccepted = await sent('exchange')
  permitctl('case', 'reject', held.notAccepted, '--opinion', '不符申請資格。')
  held.withdrawn = await sent('exchange')
  const withdrawal = `/withdrawal/${groupOf(held.withdrawn)}/${held.withdrawn}`
  await requests.send(`${withdrawal}/confirm?agree=yes`, withdrawal, { agree: 'yes' })
  held.free = await sent('data-change')
  permitctl('case', 'approve', held.free)
  held.unpaidGroup = groupOf(held.unpaid)
  held.slip = await paying('convenience-store')
  held.slipGroup = groupPaidBy(held.slip)
  held.voided = await paying('convenience-store')
  held.account = await paying('virtual-account', groupPaidBy(held.voided))
  held.card = await paying('credit-card')
  held.paid = await paying('credit-card')
  await payAtTheBank(visitor.page, held.paid)
  held.announcement = sql('SELECT id FROM announcement LIMIT 1')[0].id
  held.draftFile = sql(`SELECT id FROM upload WHERE draft_id = '${held.drafts.exchange}'`)[0]?.id
  return held
}

async function payAtTheBank(page, reference) {
  await page.goto(student(`/payment/${reference}/bank`))
  await page.waitForURL(/\/Cashier\/Page\//)
  await page.locator('button[value=pay]').click()
  await page.waitForURL(/\/individual\/payment\//)
  const paid = () => sql(`SELECT state FROM payment WHERE reference = '${reference}'`)[0].state === 'paid'
  await until('the payment', paid)
}
