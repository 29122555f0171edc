// What is looked at: for every page of the site map the addresses and states that show it.

import { sql, student } from './site.mjs'
import { SECTIONS } from '../../journeys/application_steps.mjs'
import { answer } from '../../journeys/steps.mjs'
import { PASSWORD } from '../../journeys/people.mjs'

export const STUDENT = '/coa-frontend/china-student/individual'
const OF_ANOTHER_CATEGORY = 'ho.kayan'
const CHANGES_MAILBOX = 'wu.junjie'

// Routes that answer something else than a page of their own.
export const NOT_PAGES = [
  '/', '/coa-frontend', '/coa-frontend/student', STUDENT,
  '/coa-frontend/healthz', '/coa-frontend/revocations', `${STUDENT}/captcha/{id}`, `${STUDENT}/passkey-challenge`,
  `${STUDENT}/cases/{receipt}/files/{id}`,
  `${STUDENT}/cases/{receipt}/application.pdf`, `${STUDENT}/cases/{receipt}/deadline.ics`, `${STUDENT}/apply/drafts/{id}/files/{file}`,
  `${STUDENT}/corrections/{receipt}/files/{file}`, `${STUDENT}/download/permits/{file}`,
  `${STUDENT}/download/receipts/{file}`, `${STUDENT}/payment/{reference}/slip.pdf`,
  `${STUDENT}/payment/{reference}/deadline.ics`, `${STUDENT}/permits/{number}/exchange.ics`,
  `${STUDENT}/permits/{number}/extend.ics`, `${STUDENT}/permits/{number}/stay.ics`,
  '/coa-frontend/payment/{reference}/return',
]

const NO_TOKEN = 'A'.repeat(43)
const refusedAs = (status, path) => [path, undefined, status]

// ---- what is done on a page --------------------------------------------------------------------

// What a page that saves by itself is answered, which is not the form's answer.
const SAVED_QUIETLY = 204

// Presses the button that sends the page's form as it stands.
const sendIt = (selector = 'main form .govuk-button') => async (page) => {
  const answered = page.waitForResponse((response) =>
    response.request().method() === 'POST' && response.status() !== SAVED_QUIETLY)
  await page.locator(selector).first().click()
  const response = await answered
  await page.locator('.govuk-error-summary, .govuk-error-message, .panel-failed').first().waitFor()
  return response
}

// The same with these answers.
const typed = (fields, selector) => async (page) => {
  for (const [name, value] of Object.entries(fields)) await answer(page, name, value)
  return sendIt(selector)(page)
}

// Sends the form past a button that the page's script keeps closed.
const sendClosed = async (page) => {
  const answered = page.waitForNavigation()
  await page.locator('main form').evaluate((form) => form.submit())
  return answered
}

// Sends the form and takes whatever page answers.
const sendFor = (prepare) => async (page) => {
  await prepare(page)
  const [response] = await Promise.all([
    page.waitForNavigation(), page.locator('main form .govuk-button').first().click()])
  return response
}

// The same of a form whose answer the scripts put in the place of the page; `shown` stands on it.
const sendInPlaceFor = (prepare, shown) => async (page) => {
  await prepare(page)
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator('main form .govuk-button').first().click()])
  await page.locator(shown).waitFor()
  return response
}

// Confirms a new mailbox, each time by another link, as a link works once.
let links = 0
const confirmMailbox = async (page) => {
  const token = `confirmed${++links}`.padEnd(43, 'x')
  sql(`INSERT INTO account_token (token_hash, account_id, purpose, payload, created_at, expires_at)
    SELECT SHA2('${token}', 256), id, 'mailbox', 'new.address@campus.example', NOW(),
      NOW() + INTERVAL 1 DAY
    FROM account WHERE login_name = '${CHANGES_MAILBOX}'`)
  await page.goto(student(`/mailbox/${token}`))
  return sendFor(() => {})(page)
}

// Uses the link of the old mailbox, each time another: before the change is confirmed, or after it.
const stopMailbox = (confirmed) => async (page) => {
  const token = `stopped${++links}`.padEnd(43, 'x')
  sql(`INSERT INTO account_token (token_hash, account_id, purpose, payload, created_at, expires_at)
    SELECT SHA2('confirm ${token}', 256), id, 'mailbox', 'new.address@campus.example', UTC_TIMESTAMP(),
      UTC_TIMESTAMP() + INTERVAL 1 DAY
    FROM account WHERE login_name = '${CHANGES_MAILBOX}'`)
  sql(`INSERT INTO mailbox_change (stop_hash, account_id, confirm_hash, old_mailbox, asked_at,
      stops_until, confirmed_at)
    SELECT SHA2('${token}', 256), id, SHA2('confirm ${token}', 256), 'old.address@campus.example',
      UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 7 DAY, ${confirmed ? 'UTC_TIMESTAMP()' : 'NULL'}
    FROM account WHERE login_name = '${CHANGES_MAILBOX}'`)
  await page.goto(student(`/mailbox/stop/${token}`))
  return sendFor(() => {})(page)
}

// Asks the public check about a permit.
const checked = (birthDate, number = '115695299999') => sendFor(async (page) => {
  await answer(page, 'number', number)
  await answer(page, 'birth_date', birthDate)
})

// ---- the site map ------------------------------------------------------------------------------

const NOBODY = {
  chinese_name: '無名氏', surname: 'NO', given_name: 'BODY', mainland_id: '11010519491231002X',
  birthplace: 'beijing', birth_date: '1949/12/31', sex: 'female', travel_permit: 'T12345678',
  phone: '0912345678', email: 'nobody@campus.example', login_name: 'nobody.at.all',
  password: 'some-1-password', password_again: 'some-1-password',
}
const LOGIN_NOTICES = ['registered', 'activated', 'activation-mailed', 'password-mailed',
  'code-mailed', 'password-changed', 'logged-out', 'idle', 'ended', 'kept', 'passkey-refused']

// For each route the addresses of its examples below the student's part of the site: a path, or
// [path, what is done there, the status of what is shown then].
export function examplesOf(held, link) {
  const to = (path) => path.replace(STUDENT, '')
  const draft = (service) => `/apply/drafts/${held.drafts[service]}`
  const cases = ['submitted', 'secondReview', 'correction', 'documents', 'corrected', 'unpaid',
    'disapproved', 'notAccepted', 'withdrawn', 'free', 'paidCase']
  const services = Object.keys(held.drafts)
  const refused = sendIt()
  const saveSection = sendIt('main .govuk-button[value=next]')
  return {
    '/coa-frontend/student/entry': ['/../../student/entry'],
    '/coa-frontend/student/entry/china-student': ['/../../student/entry/china-student'],
    ...Object.fromEntries(['contact', 'faq', 'privacy', 'accessibility', 'site-map']
      .map((name) => [`/coa-frontend/${name}`, [`/../../${name}`]])),
    '/coa-frontend/verify': ['/../../verify', '/../../verify?number=115695200001',
      ['/../../verify', refused, 422], ['/../../verify', checked('1900/01/01')],
      ['/../../verify', checked(held.permit.born, held.permit.number)]],
    '/login': ['/login', '/login?way=code', ...LOGIN_NOTICES.map((done) => `/login?done=${done}`),
      ['/login', refused, 422],
      ['/login', typed({ login_name: 'nobody', password: 'wrong-1', captcha: 'AAAAAA' }), 422],
      ['/login?way=code', typed({ login_name: 'nobody', password: 'wrong-1', code: '00000000' }), 422]],
    '/login-code': ['/login-code', ['/login-code', refused, 422]],
    '/register': ['/register', ['/register', refused, 422], ['/register', typed(NOBODY), 422]],
    '/activate/{token}': [to(link.activation), refusedAs(422, `/activate/${NO_TOKEN}`),
      refusedAs(422, `/activate/${link.expired.activate}`)],
    '/resend-activation': ['/resend-activation', ['/resend-activation', refused, 422]],
    '/forgot-password': ['/forgot-password', ['/forgot-password', refused, 422]],
    '/basic-data': ['/basic-data', '/basic-data?saved=yes', '/basic-data?cancelled=yes',
      ['/basic-data', sendInPlaceFor(async (page) => {
        await answer(page, 'phone', '')
        await answer(page, 'email', 'me@qq.com')
      }, '.govuk-error-summary'), 422]],
    '/my-data': ['/my-data'],
    '/mailbox/{token}': [to(link.mailbox), refusedAs(422, `/mailbox/${NO_TOKEN}`),
      refusedAs(422, `/mailbox/${link.expired.mailbox}`),
      [`/mailbox/${NO_TOKEN}`, confirmMailbox]],
    '/mailbox/stop/{token}': [to(link.stop), refusedAs(422, `/mailbox/stop/${NO_TOKEN}`),
      [`/mailbox/stop/${NO_TOKEN}`, stopMailbox(false)],
      [`/mailbox/stop/${NO_TOKEN}`, stopMailbox(true)]],
    '/password': ['/password', ['/password', refused, 422],
      ['/password', typed({ present_password: 'x', password: 'short', password_again: 'other' }), 422]],
    '/passkeys': ['/passkeys', '/passkeys?done=added', '/passkeys?done=removed'],
    '/passkeys/new': ['/passkeys/new', ['/passkeys/new', refused, 422],
      ['/passkeys/new', sendFor(async (page) => {
        sql('UPDATE account SET failures = 0, rests_until = NULL')
        await answer(page, 'passkey_name', 'My phone')
        await answer(page, 'present_password', PASSWORD)
      })]],
    '/passkeys/{id}/remove': [`/passkeys/${held.passkey}/remove`],
    '/sessions': ['/sessions', '/sessions?done=ended'],
    '/todo': ['/todo'],
    '/announcements': ['/announcements'],
    '/announcements/{id}': held.announcements.map((id) => `/announcements/${id}`),
    '/cases/{receipt}': cases.map((state) => `/cases/${held[state]}`),
    '/apply/sent/{receipt}': ['submitted', 'corrected', 'free'].map((name) => `/apply/sent/${held[name]}`),
    '/apply/drafts/{id}': [...services.map(draft), `${draft('exchange')}?saved=yes`,
      ...services.map((service) => `${draft(service)}?all=yes`),
      ...services.flatMap((service) => ['', '?all=yes'].map((page) =>
        [`/apply/drafts/${held.emptyDrafts[service]}${page}`, sendIt('main button[value=check]'), 422]))],
    '/apply/drafts/{id}/sections/{section}': [
      ...SECTIONS.map((section) => `${draft('exchange')}/sections/${section}`),
      `${draft('data-change')}/sections/contact?from=check`,
      [`/apply/drafts/${held.emptyDrafts.exchange}/sections/contact`, saveSection, 422],
      [`/apply/drafts/${held.emptyDrafts.exchange}/sections/documents`, saveSection, 422]],
    '/apply/drafts/{id}/discard': [`${draft('exchange')}/discard`],
    '/apply/drafts/{id}/check': [...services.map((service) => `${draft(service)}/check`),
      `/apply/drafts/${held.warnedDraft}/check`],
    '/apply/{service}': services.flatMap((service) => [`/apply/${service}`,
      [`/apply/${service}`, sendClosed, 422]]),
    '/apply/{service}/permit': [
      ...services.flatMap((service) => [`/apply/${service}/permit?agreed=yes`,
        [`/apply/${service}/permit?agreed=yes`, typed({ permit_number: '' }), 422],
        [`/apply/${service}/permit?agreed=yes`, typed({ permit_number: '990000000000' }), 422]]),
      ['/apply/extension/permit?agreed=yes', typed({ permit_number: held.permitTooEarly }), 422]],
    '/progress': ['/progress', '/progress?list=yes', '/progress?list=yes&to=2020/01/01',
      refusedAs(422, '/progress?list=yes&group=12')],
    '/corrections': ['/corrections'],
    '/corrections/{receipt}': [`/corrections/${held.correction}`, `/corrections/${held.documents}`],
    '/corrections/{receipt}/form': [`/corrections/${held.correction}/form`,
      `/corrections/${held.correction}/form?saved=yes`, `/corrections/${held.documents}/form`,
      `/corrections/${held.removal}/form`,
      [`/corrections/${held.correction}/form`,
        typed({ birthplace: '' }, 'main button[value=check]'), 422],
      `/corrections/${held.correction}/form?all=yes`, `/corrections/${held.documents}/form?all=yes`,
      [`/corrections/${held.correction}/form?all=yes`,
        typed({ taiwan_address: '' }, 'main button[value=check]'), 422],
      [`/corrections/${held.removal}/form`, sendIt('main button[value=check]'), 422]],
    '/corrections/{receipt}/check': [`/corrections/${held.documents}/check`],
    '/corrections/{receipt}/done': [`/corrections/${held.corrected}/done`],
    '/withdrawal': ['/withdrawal', refusedAs(422, '/withdrawal?group=12'),
      refusedAs(422, '/withdrawal?group=990000000')],
    '/withdrawal/{group}': [`/withdrawal/${held.group}`,
      ...['withdrawn', 'disapproved'].map((name) =>
        `/withdrawal/${held.groupOf(held[name])}?tried=${held[name]}`)],
    '/withdrawal/{group}/{receipt}': [`/withdrawal/${held.group}/${held.submitted}`],
    '/withdrawal/{group}/{receipt}/confirm': [
      `/withdrawal/${held.group}/${held.submitted}/confirm?agree=yes`,
      refusedAs(422, `/withdrawal/${held.group}/${held.submitted}/confirm`)],
    '/download/permits': ['/download/permits', `/download/permits?receipt=${held.free}`,
      '/download/permits?receipt=990000000000', refusedAs(422, '/download/permits?group=x')],
    '/download/receipts': ['/download/receipts', '/download/receipts?receipt=990000000000',
      refusedAs(422, '/download/receipts?from=2020/13/01')],
    '/payment': ['/payment'],
    '/payment/details': [`/payment/details?group=${held.unpaidGroup}`,
      `/payment/details?group=${held.unpaidGroup}&group=${held.slipGroup}`],
    '/payment/method': [`/payment/method?group=${held.unpaidGroup}`,
      `/payment/method?group=${held.slipGroup}`,
      [`/payment/method?group=${held.unpaidGroup}`, refused, 422]],
    '/payment/{reference}': [`/payment/${held.slip}?slip=unprintable`,
      ...[held.slip, held.voided, held.account, held.chosen, held.card, held.paid,
        held.refusedPayment, held.takenBack, held.tooLate].map((reference) => `/payment/${reference}`)],
    '/payment/{reference}/bank': [`/payment/${held.card}/bank`],
  }
}

// ---- pages that are on no map ------------------------------------------------------------------

const openIdle = (page) => page.evaluate(() => document.querySelector('dialog').showModal())
const openMenu = (page) => page.evaluate(() => {
  for (const part of document.querySelectorAll('.menu-fold details')) part.open = true
  document.querySelector('.menu-bar details').open = true
})
const openTab = (code) => (page) => page.locator(`.govuk-tabs__tab[href="#${code}"]`).click()
const setHidden = (name, value) => (page) =>
  page.locator(`main [name=${name}]`).first().evaluate((field, text) => (field.value = text), value)

// Lets this address have asked for so many mails that it must wait, for as long as `work` takes.
const amidAFlood = (work) => async (page) => {
  sql(`INSERT INTO rate_counter (bucket, window_start, hits)
    SELECT bucket, FROM_UNIXTIME((FLOOR(UNIX_TIMESTAMP() / 600) + n) * 600), 1000
    FROM (SELECT 0 AS n UNION SELECT 1) AS windows,
      (SELECT 'mail:127.0.0.1' AS bucket UNION SELECT 'mail:0000000000000000') AS loopback
    ON DUPLICATE KEY UPDATE hits = hits + 1000`)
  try {
    return await work(page)
  } finally {
    sql("UPDATE rate_counter SET hits = hits - 1000 WHERE bucket LIKE 'mail:%' AND hits >= 1000")
  }
}

// The key of another form that the student has sent.
const usedKey = (page) => setHidden('act', sql('SELECT act_key FROM idempotency_key LIMIT 1')[0].act_key)(page)

// What is not there, and what a page shows only when something happens.
export const UNMAPPED = [
  { path: '/coa-frontend/nowhere', status: 404 },
  { path: `${STUDENT}/cases/999999999999`, status: 404 },
  { path: `${STUDENT}/logout`, state: 'asked for instead of sent', status: 405 },
  { path: `${STUDENT}/todo`, state: 'with the warning before the logout', open: openIdle },
  { path: `${STUDENT}/todo`, state: 'with the menu open', open: openMenu },
  { path: `${STUDENT}/todo`, state: 'at the extensions', open: openTab('extension') },
  { path: `${STUDENT}/todo`, state: 'at the changes of data', open: openTab('data-change') },
  { path: `${STUDENT}/password`, state: 'sent with a token of old', status: 403,
    act: sendFor(setHidden('csrf', 'x'.repeat(43))) },
  { path: `${STUDENT}/basic-data`, state: 'sent with the key of another form', status: 409,
    act: sendInPlaceFor(usedKey, '.error-number') },
  { path: `${STUDENT}/forgot-password`, state: 'sent too often', who: 'stranger', status: 429,
    act: amidAFlood(sendFor((page) => answer(page, 'login_name', 'nobody'))) },
  { path: `${STUDENT}/login-code`, state: 'sent', who: 'stranger',
    act: sendFor((page) => answer(page, 'login_name', 'nobody')) },
  { path: `${STUDENT}/login`, state: 'of an account of another category', who: 'stranger',
    status: 422, act: async (page) => {
      await answer(page, 'login_name', OF_ANOTHER_CATEGORY)
      await answer(page, 'password', PASSWORD)
      const proof = page.locator('[data-proof-start]')
      if (await proof.isVisible()) {
        await proof.click()
        await page.locator('[data-proof-done]:not([hidden])').waitFor()
      }
      return sendIt()(page)
    } },
  { path: `${STUDENT}/todo`, state: 'of one who has nothing', who: 'newcomer' },
  { path: `${STUDENT}/payment`, state: 'of one who owes nothing', who: 'newcomer' },
  { path: `${STUDENT}/corrections`, state: 'of one who has nothing', who: 'newcomer' },
  { path: `${STUDENT}/progress?list=yes`, state: 'of one who has nothing', who: 'newcomer' },
  { path: `${STUDENT}/withdrawal`, state: 'of one who has nothing', who: 'newcomer' },
  { path: `${STUDENT}/password`, state: 'of one who must change it', who: 'renewer' },
]
