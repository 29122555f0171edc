// A student who has something on every page: drafts, cases in each state, payments of each kind.

import { permitctl, sql, student, until } from './site.mjs'
import { logIn } from '../../journeys/account_deeds.mjs'
import { caseOf } from '../../journeys/application_deeds.mjs'
import { Errands } from '../../journeys/errands.mjs'
import { PASSWORD } from '../../journeys/people.mjs'

export async function logInAs(visitor, login) {
  await logIn(visitor, { login, password: PASSWORD })
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
  const errands = new Errands(visitor)
  const [{ applicant }] = sql(`SELECT applicant_id AS applicant FROM account WHERE login_name = '${login}'`)
  let serial = 0

  const permitFor = (service) => anotherPermit(applicant,
    service === 'exchange' ? 'single' : 'multiple', `9000000001${String(++serial).padStart(2, '0')}`)
  const filled = (service) => errands.filled(service, permitFor(service))
  const sent = (service) => errands.apply(service, permitFor(service))
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
    const there = await errands.send(`/payment/method?group=${group}`, '/payment/method',
      { group, method })
    return there.split('/')[2]
  }

  const held = { login, emptyDraft: await errands.draft('exchange', permitFor('exchange')) }
  held.drafts = { exchange: await filled('exchange'), extension: await filled('extension'),
    'data-change': await filled('data-change') }
  held.permit = sql(`SELECT p.number, DATE_FORMAT(a.birth_date, '%Y/%m/%d') AS born
    FROM entry_permit p JOIN applicant a ON a.id = p.applicant_id
    WHERE a.id = ${applicant} AND p.status = 'valid' LIMIT 1`)[0]
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
  await errands.handInAgain(held.corrected, 'enrolment')
  held.unpaid = await approved()
  held.disapproved = await sent('exchange')
  permitctl('case', 'disapprove', held.disapproved, '--opinion', '資料不實。')
  held.notAccepted = await sent('exchange')
  permitctl('case', 'reject', held.notAccepted, '--opinion', '不符申請資格。')
  held.withdrawn = await sent('exchange')
  const withdrawal = `/withdrawal/${groupOf(held.withdrawn)}/${held.withdrawn}`
  await errands.send(`${withdrawal}/confirm?agree=yes`, withdrawal, { agree: 'yes' })
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
