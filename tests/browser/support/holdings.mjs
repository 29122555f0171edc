// A student who has something on every page: drafts, cases in each state, payments of each kind.

import { permitctl, sql, student, until } from './site.mjs'
import { logIn } from '../../journeys/account_steps.mjs'
import { ANSWERS, caseOf } from '../../journeys/application_steps.mjs'
import { Errands } from '../../journeys/errands.mjs'
import { PASSWORD } from '../../journeys/people.mjs'

export async function logInAs(visitor, login) {
  await logIn(visitor, { login, password: PASSWORD })
}

// One more permit of the student's, like the first of its kind in the register. A single-entry one is
// newer than every multiple-entry one: beside an older one that still holds it could be exchanged no
// more.
function anotherPermit(applicant, kind, number) {
  const age = kind === 'single' ? -1 : 200
  sql(`INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,
      entered_on, status, loaded_at)
    SELECT '${number}', '${kind}', ${applicant}, CURRENT_DATE - INTERVAL ${age} DAY,
      CURRENT_DATE + INTERVAL 50 DAY, CURRENT_DATE + INTERVAL 50 DAY,
      CURRENT_DATE - INTERVAL 190 DAY, 'valid', CURRENT_TIMESTAMP`)
  return number
}

const SERVICES = ['exchange', 'extension', 'data-change']

const groupOf = (receipt) => sql(`SELECT g.number FROM case_group g JOIN application_case c
  ON c.group_id = g.id WHERE c.receipt_number = '${receipt}'`)[0].number
const casePaidBy = (reference) => sql(`SELECT c.receipt_number AS number FROM application_case c
  JOIN payment_case l ON l.case_id = c.id JOIN payment p ON p.id = l.payment_id
  WHERE p.reference = '${reference}'`)[0].number

const returnFor = (kind, receipt, opinion, ...remarks) =>
  permitctl('case', 'return', receipt, '--kind', kind, '--opinion', opinion,
    ...remarks.flatMap((remark) => ['--remark', remark]))

// One who makes drafts and cases of every kind, each on a permit of its own.
export class Holder {
  #serial = 0

  constructor(visitor, login) {
    this.visitor = visitor
    this.errands = new Errands(visitor)
    this.applicant = sql(`SELECT applicant_id AS id FROM account WHERE login_name = '${login}'`)[0].id
  }

  groupOf(receipt) {
    return groupOf(receipt)
  }

  permitFor(service) {
    return anotherPermit(this.applicant, service === 'exchange' ? 'single' : 'multiple',
      `9000000001${String(++this.#serial).padStart(2, '0')}`)
  }

  draft(service) {
    return this.errands.draft(service, this.permitFor(service))
  }

  filled(service, ...ways) {
    return this.errands.filled(service, this.permitFor(service), ...ways)
  }

  sent(service) {
    return this.errands.apply(service, this.permitFor(service))
  }

  // Of an applicant's exchanges one alone is approved, of extensions each.
  async approved(service = 'extension') {
    const receipt = await this.sent(service)
    permitctl('case', 'approve', receipt)
    return receipt
  }

  // Chooses the method for the group, or for a new case; says the payment's reference.
  async paying(method, group) {
    group ??= groupOf(await this.approved())
    const there = await this.errands.send(`/payment/method?group=${group}`, '/payment/method',
      { group, method })
    return there.split('/')[2]
  }

  async atTheBank(method, action, state) {
    const reference = await this.paying(method)
    const { page } = this.visitor
    await page.goto(student(`/payment/${reference}/bank`))
    await page.waitForURL(/\/Cashier\/Page\//)
    await page.locator(`button[value=${action}]`).click()
    await page.waitForURL(/\/individual\/payment\//)
    await until(`the payment to be ${state}`, () =>
      sql(`SELECT state FROM payment WHERE reference = '${reference}'`)[0].state === state)
    return reference
  }
}

async function holdDrafts(holder) {
  const held = { emptyDrafts: {}, drafts: {} }
  for (const service of SERVICES) {
    held.emptyDrafts[service] = await holder.draft(service)
    held.drafts[service] = await holder.filled(service)
  }
  held.warnedDraft = await holder.filled('exchange', ANSWERS, ['health-certificate'])
  held.permitTooEarly = holder.permitFor('extension')
  sql(`UPDATE entry_permit SET stay_until = CURRENT_DATE + INTERVAL 200 DAY,
    expires_on = CURRENT_DATE + INTERVAL 200 DAY WHERE number = '${held.permitTooEarly}'`)
  return held
}

async function holdReturned(holder) {
  const held = { correction: await holder.sent('exchange') }
  const files = (receipt) => sql(`SELECT id FROM upload WHERE case_id = ${caseOf(receipt).id}`)
  returnFor('correction', held.correction, '請補正下列資料。', 'birthplace=與戶籍資料不符',
    'declared_post=請再確認', `file:${files(held.correction)[0].id}=影像模糊`)
  for (const name of ['documents', 'corrected', 'removal']) {
    held[name] = await holder.sent('extension')
    returnFor('documents', held[name], '在學證明已過期。', 'birthplace=請附證明')
  }
  await holder.errands.handInAgain(held.corrected, 'enrolment')
  const form = `/corrections/${held.removal}/form`
  await holder.errands.send(form, form, { do: `remove:${files(held.removal)[0].id}` }, true)
  return held
}

async function holdDecided(holder) {
  const held = { submitted: await holder.sent('exchange'), unpaid: await holder.approved(),
    secondReview: await holder.sent('extension'), disapproved: await holder.sent('exchange'),
    notAccepted: await holder.sent('exchange'), withdrawn: await holder.sent('exchange'),
    free: await holder.approved('data-change') }
  sql(`UPDATE application_case SET state = 'second-review'
    WHERE receipt_number = '${held.secondReview}'`)
  permitctl('case', 'disapprove', held.disapproved, '--opinion', '資料不實。')
  permitctl('case', 'reject', held.notAccepted, '--opinion', '不符申請資格。')
  const withdrawal = `/withdrawal/${groupOf(held.withdrawn)}/${held.withdrawn}`
  await holder.errands.send(`${withdrawal}/confirm?agree=yes`, withdrawal, { agree: 'yes' })
  return { ...held, group: groupOf(held.submitted), unpaidGroup: groupOf(held.unpaid) }
}

async function holdPayments(holder) {
  const held = { slip: await holder.paying('convenience-store'),
    voided: await holder.paying('convenience-store'), card: await holder.paying('credit-card') }
  held.slipGroup = groupOf(casePaidBy(held.slip))
  held.account = await holder.paying('virtual-account', groupOf(casePaidBy(held.voided)))
  held.paid = await holder.atTheBank('credit-card', 'pay', 'paid')
  held.paidCase = casePaidBy(held.paid)
  held.refusedPayment = await holder.atTheBank('credit-card', 'refuse', 'failed')
  held.chosen = await holder.paying('credit-card')
  held.takenBack = await holder.atTheBank('credit-card', 'pay', 'paid')
  held.tooLate = await holder.paying('convenience-store')
  for (const [name, state] of [['takenBack', 'revoked'], ['tooLate', 'expired']]) {
    sql(`UPDATE payment SET state = '${state}' WHERE reference = '${held[name]}'`)
  }
  return held
}

// A permit of the student's that holds, and when its holder was born.
const permitOf = (applicant) => sql(`SELECT p.number, DATE_FORMAT(a.birth_date, '%Y/%m/%d') AS born
  FROM entry_permit p JOIN applicant a ON a.id = p.applicant_id
  WHERE a.id = ${applicant} AND p.status = 'valid' LIMIT 1`)[0]

// One that no device holds.
function addPasskey(login) {
  sql(`INSERT INTO passkey (account_id, credential_hash, credential_id, user_handle, algorithm,
      public_key, sign_count, name, created_at)
    SELECT id, SHA2('${login}', 256), 'AAAA', 'AAAA', -7, 'AAAA', 0, '我的手機𠮷', NOW()
    FROM account WHERE login_name = '${login}'`)
  return sql(`SELECT p.id FROM passkey p JOIN account a ON a.id = p.account_id
    WHERE a.login_name = '${login}'`)[0].id
}

export async function gatherHoldings(visitor, login) {
  const holder = new Holder(visitor, login)
  return { login, groupOf, permit: permitOf(holder.applicant),
    ...(await holdDrafts(holder)), ...(await holdReturned(holder)),
    ...(await holdDecided(holder)), ...(await holdPayments(holder)),
    passkey: addPasskey(login),
    announcements: sql('SELECT id FROM announcement ORDER BY important DESC LIMIT 2')
      .map(({ id }) => id) }
}
