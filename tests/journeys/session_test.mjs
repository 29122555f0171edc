// A student is called away while filling in a form: whatever happens to the session, nothing typed
// is lost, and nobody else sees it.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, replaceWorkers, RowWatch, sql, student, until } from '../browser/support/site.mjs'
import { logIn, logOut, passLogin, tryToLogIn } from './account_steps.mjs'
import { openWholeForm } from './application_steps.mjs'
import { answer, chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { document } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

const settings = `${dirname(env.PERMITCTL)}/permit.toml`
const ownSettings = readFileSync(settings, 'utf8')

after(closeBrowser)

const draftForm = (id) => JSON.parse(sql(`SELECT HEX(form) AS form FROM draft WHERE id = '${id}'`)
  .map(({ form }) => Buffer.from(form, 'hex').toString())[0])
const sessionsOf = ({ account }) => `session WHERE account_id = ${account}`

// As if the student had done nothing for long enough.
const letItEnd = (person) => sql(`UPDATE session SET ends_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND
  WHERE account_id = ${person.account}`)

async function come(ways, name, person) {
  const me = { ...(await visitor(ways)), name, step: 0 }
  await logIn(me, person)
  return me
}

test('a student goes on with a form on another device', async () => {
  const person = accountHolder('chen.zimo')
  const desk = await come({ language: 'zh-TW' }, 'devices-desk', person)
  const id = await new Errands(desk).draft('exchange', person.permit)
  const form = student(`/apply/drafts/${id}`)
  const { page } = desk

  await takeStep(desk, 'types, and the page saves by itself', async () => {
    await page.goto(`${form}?all=yes`)
    await answer(page, 'taiwan_address', '臺北市中正區𠮷林路1號')
    await page.locator('[data-kept]', { hasText: /\d\d:\d\d/ }).waitFor()
    await look(desk, 'saved-by-itself')
    assert.equal(draftForm(id).taiwan_address, '臺北市中正區𠮷林路1號')
  })
  await takeStep(desk, 'types on, and leaves at once', async () => {
    await answer(page, 'former_name', '陳小墨')
    await page.goto(student('/todo'))
    await until('the last word to be saved', () => draftForm(id).former_name === '陳小墨')
  })
  const phone = await come({ language: 'en', width: 390, scripts: false }, 'devices-phone', person)
  await takeStep(phone, 'finds all of it on the phone', async () => {
    await phone.page.goto(student('/todo'))
    await phone.page.locator(`#exchange .drafts a[href$="/apply/drafts/${id}"]`).click()
    await phone.page.waitForURL(form)
    await look(phone, 'goes-on')
    await openWholeForm(phone)
    assert.equal(await phone.page.locator('[name=taiwan_address]').inputValue(), '臺北市中正區𠮷林路1號')
    assert.equal(await phone.page.locator('[name=former_name]').inputValue(), '陳小墨')
  })
  await takeStep(phone, 'changes it there, while the page on the desk still stands open', async () => {
    await page.goto(`${form}?all=yes`)
    await answer(phone.page, 'taiwan_address', '臺北市大安區羅斯福路四段1號')
    await phone.page.locator('main form .govuk-button[value=save]').click()
    await until('the phone to save', () => draftForm(id).taiwan_address === '臺北市大安區羅斯福路四段1號')
  })
  await takeStep(desk, 'types on at the desk, which takes back nothing', async () => {
    await answer(page, 'former_name', '陳墨')
    await until('the desk to save', () => draftForm(id).former_name === '陳墨')
    assert.equal(draftForm(id).taiwan_address, '臺北市大安區羅斯福路四段1號')
    await answer(page, 'former_name', '')
    await until('an answer to be taken away', () => !draftForm(id).former_name)
    assert.deepEqual([...desk.complaints, ...phone.complaints], [])
  })
  await desk.context.close()
  await phone.context.close()
})

test('a student is warned before the session ends', async () => {
  const person = accountHolder('lin.xiaoyu')
  const me = { ...(await visitor({ language: 'zh-TW', width: 390 })), name: 'warned', step: 0 }
  const { page } = me
  const dialog = page.locator('dialog[open]')
  const step = (what, work) => takeStep(me, what, work)

  await step('with a short time to be idle', async () => {
    writeFileSync(settings, `${ownSettings}\n[session]\nidle_minutes = 3\n`)
    await replaceWorkers()
    await logIn(me, person)
    await page.clock.install()
    await page.goto(student('/basic-data'))
    await page.clock.fastForward('00:30')
    assert.equal(await dialog.count(), 0, 'not yet')
  })
  await step('is asked in time, and stays', async () => {
    await answer(page, 'phone', '0987000111')
    await page.clock.fastForward('00:31')
    await dialog.waitFor()
    await look(me, 'warning')
    assert.match(await dialog.locator('[data-idle-left]').innerText(), /^1:\d\d$/)
    sql(`UPDATE session SET last_seen_at = last_seen_at - INTERVAL 2 MINUTE,
      ends_at = ends_at - INTERVAL 2 MINUTE WHERE account_id = ${person.account}`)
    const ends = () => sql(`SELECT ends_at AS at FROM ${sessionsOf(person)}`)[0].at
    const before = ends()
    await dialog.locator('[data-idle-stay]').click()
    await dialog.waitFor({ state: 'detached' })
    assert.ok(ends() > before, 'the session goes on')
    await press(page)
    await says(page, '儲存成功!')
  })
  await step('does not answer: a page with fields keeps what was typed', async () => {
    await page.goto(student('/basic-data'))
    await answer(page, 'phone', '0987000222')
    letItEnd(person)
    await page.clock.fastForward('03:01')
    await dialog.locator('[data-idle-again]').waitFor()
    await look(me, 'ended')
    assert.equal(await page.locator('[name=phone]').inputValue(), '0987000222')
  })
  await step('logs in in another window, comes back and sends it', async () => {
    const [window] = await Promise.all([
      me.context.waitForEvent('page'), dialog.locator('[data-idle-again]').click()])
    await passLogin({ ...me, page: window }, person)
    await window.waitForURL(/\/todo$/)
    await window.close()
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await dialog.waitFor({ state: 'detached' })
    await press(page)
    await says(page, '儲存成功!')
    assert.equal(await page.locator('[name=phone]').inputValue(), '0987000222')
  })
  await step('does not answer on any other page: the login leads back to it', async () => {
    await page.goto(student('/announcements'))
    letItEnd(person)
    await page.clock.fastForward('03:01')
    await page.waitForURL(/\/login\?done=idle/)
    await look(me, 'login')
    await says(page, '已閒置 3 分鐘')
    await passLogin(me, person)
    await page.waitForURL(/\/announcements$/)
  })
  await step('asks for a page after the end, and comes to it by the login', async () => {
    letItEnd(person)
    await page.goto(student('/corrections'))
    assert.match(page.url(), /\/login\?next=/)
    await passLogin(me, person)
    await page.waitForURL(/\/corrections$/)
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})

const WALKS = [
  { name: 'late-phone', login: 'wang.ji', language: 'zh-TW', scripts: false, width: 390 },
  { name: 'late-desk', login: 'hu.xinyi', service: 'extension', language: 'en', scripts: false },
]

for (const { name, login, service = 'exchange', ...ways } of WALKS) {
  test(`a student without scripts sends a form too late: ${name}`, async () => {
    const person = accountHolder(login)
    const me = await come(ways, name, person)
    const { page } = me
    const chinese = me.language !== 'en'
    const rows = new RowWatch()
    const step = (what, work) => takeStep(me, what, work)
    const id = await new Errands(me).draft(service, person.permit)
    const form = student(`/apply/drafts/${id}`)
    const filledIn = draftForm(id).taiwan_address

    await step('types and chooses a file, and the session ends meanwhile', async () => {
      await page.goto(`${form}?all=yes`)
      await answer(page, 'taiwan_address', '臺北市中正區𠮷林路2號')
      await page.locator('input[type=file][name="travel-document"]').setInputFiles(await document('大通證'))
      letItEnd(person)
      rows.changes()
    })
    await step('presses the button: it is kept, and nothing else', async () => {
      await press(page)
      await page.waitForURL(/\/login\?done=kept/)
      await says(page, chinese ? '並未遺失' : 'We have kept your answers')
      await look(me, 'login-kept')
      assert.deepEqual(rows.changes(), { audit: '+1', kept_file: '+1', kept_form: '+1' })
      assert.equal(draftForm(id).taiwan_address, filledIn)
    })
    await step('another student who logs in there sees nothing of it', async () => {
      const other = accountHolder('chen.zimo')
      await logIn(me, other)
      assert.equal((await page.goto(`${form}?kept=yes`)).status(), 404)
      assert.doesNotMatch(await page.content(), /𠮷林路2號/)
      await logOut(me)
    })
    await step('logs in and finds it on the form, not yet saved', async () => {
      await tryToLogIn(me, person)
      await page.waitForURL(`${form}?kept=yes`)
      await look(me, 'kept')
      await says(page, chinese ? '尚未儲存' : 'have not been saved')
      assert.equal(await page.locator('[name=taiwan_address]').inputValue(), '臺北市中正區𠮷林路2號')
      await page.getByRole('link', { name: '大通證.pdf' }).waitFor()
      assert.equal(draftForm(id).taiwan_address, filledIn)
    })
    await step('saves it', async () => {
      rows.changes()
      await page.locator('.govuk-button[value=save]').click()
      await page.waitForURL(/saved=yes/)
      assert.equal(draftForm(id).taiwan_address, '臺北市中正區𠮷林路2號')
      assert.equal(rows.changes().kept_form, '-1')
      // The browser names the page that the other student may not see.
      assert.deepEqual(me.complaints.filter((line) => !/status of 404/.test(line)), [])
    })
    await me.context.close()
  })
}

test('after the logout nothing is kept', async () => {
  const person = accountHolder('ma.tianyu')
  const me = await come({ language: 'zh-TW', scripts: false }, 'left', person)
  const { page } = me
  await takeStep(me, 'a form that is still open elsewhere is not taken', async () => {
    const form = await me.context.newPage()
    await form.goto(student('/basic-data'))
    await answer(form, 'phone', '0987000333')
    await page.bringToFront()
    await logOut(me)
    const rows = new RowWatch()
    await form.bringToFront()
    await press(form)
    await form.waitForURL(/\/login\?done=ended/)
    await look({ ...me, page: form }, 'login-ended')
    assert.deepEqual(rows.changes(), {})
    await form.close()
  })
  await me.context.close()
})

test('a student sees where the account is logged in, and ends sessions elsewhere', async () => {
  const person = accountHolder('ma.tianyu')
  sql(`DELETE FROM ${sessionsOf(person)}`)
  const desk = await come({ language: 'zh-TW' }, 'sessions-desk', person)
  const phone = await come({ language: 'en', width: 390, scripts: false }, 'sessions-phone', person)
  const isIn = async ({ page }) => !/\/login/.test((await page.goto(student('/todo')), page.url()))
  const lastAct = () => sql(`SELECT action FROM audit WHERE actor = 'account:${person.account}'
    ORDER BY id DESC LIMIT 1`)[0].action

  await takeStep(desk, 'finds both, the own one marked', async () => {
    await chooseFromMenu(desk, '/sessions')
    await look(desk, 'sessions')
    const rows = desk.page.locator('main tbody tr')
    assert.equal(await rows.count(), 2)
    assert.equal(await rows.filter({ hasText: '目前使用中' }).count(), 1)
    assert.equal(await rows.filter({ hasText: /Chrome（Linux）/ }).count(), 2)
    assert.equal(await rows.filter({ hasText: /127\.0\.0\.1|::1/ }).count(), 2)
  })
  await takeStep(phone, 'ends the one on the desk', async () => {
    await chooseFromMenu(phone, '/sessions')
    await look(phone, 'sessions')
    await phone.page.locator('main tbody form[action$="/sessions"] button').click()
    await says(phone.page, 'The device was logged out.')
    await look(phone, 'ended')
    assert.equal(lastAct(), 'session-ended')
    assert.equal(await isIn(desk), false)
    assert.equal(await isIn(phone), true)
  })
  await takeStep(desk, 'comes in again and ends all others', async () => {
    await logIn(desk, person)
    await desk.page.goto(student('/sessions'))
    await press(desk.page, 'main .govuk-button--warning')
    await says(desk.page, '已登出')
    await look(desk, 'others-ended')
    assert.equal(lastAct(), 'other-sessions-ended')
    assert.equal(await isIn(phone), false)
    assert.equal(await isIn(desk), true)
    assert.deepEqual([...desk.complaints, ...phone.complaints], [])
  })
  await desk.context.close()
  await phone.context.close()
})

test('two first windows at once, and a login page left open over a login, both work', async () => {
  const person = accountHolder('chen.zimo')
  const me = { ...(await visitor({ language: 'en' })), name: 'windows', step: 0 }
  const { page, context } = me
  const second = await context.newPage()
  second.setDefaultTimeout(60000)

  await takeStep(me, 'opens two windows before the browser holds any cookie', async () => {
    await page.goto(student('/forgot-password'))
    await context.clearCookies() // as if both had been asked for at the same moment
    await second.goto(student('/login'))
    await answer(page, 'login_name', 'nobody-of-this-name')
    await press(page)
    await page.waitForURL(/\/login\?done=password-mailed/)
  })
  await takeStep(me, 'logs in in one', () => logIn(me, person))
  await takeStep({ ...me, page: second }, 'and then in the other, whose page is older', async () => {
    await passLogin({ ...me, page: second }, person)
    await second.waitForURL(/\/todo/)
    assert.deepEqual(me.complaints, [])
  })
  await context.close()
})

test('what one student typed is neither lost nor sent when another has logged in meanwhile', async () => {
  const [person, other] = [accountHolder('lin.xiaoyu'), accountHolder('chen.zimo')]
  const me = await come({ language: 'en' }, 'another', person)
  const { page, context } = me
  const dialog = page.locator('dialog[open]')
  const elsewhere = await context.newPage()
  const phones = () => sql(`SELECT id, phone FROM account WHERE id IN (${person.account}, ${other.account})
    ORDER BY id`)
  const before = phones()
  const comeBack = async () => {
    await page.bringToFront()
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  }

  await takeStep(me, 'sends basic data after the other has come in', async () => {
    await page.goto(student('/basic-data'))
    await answer(page, 'phone', '0987000444')
    await elsewhere.goto(student('/todo'))
    await logOut({ page: elsewhere })
    await logIn({ ...me, page: elsewhere }, other)
    await page.bringToFront()
    await press(page)
    await dialog.locator('[data-idle-again]').waitFor()
    await look(me, 'rescued')
    assert.equal(await page.locator('[name=phone]').inputValue(), '0987000444')
    const asked = page.waitForResponse(/\/todo/)
    await comeBack()
    await asked
    assert.equal(await dialog.count(), 1)
    assert.deepEqual(phones(), before)
  })
  await takeStep(me, 'it goes out once the first is back', async () => {
    await logOut({ page: elsewhere })
    await logIn({ ...me, page: elsewhere }, person)
    await comeBack()
    await until('it to be saved', () => phones().some(({ phone }) => phone === '0987000444'))
    assert.equal(phones().find(({ id }) => Number(id) === Number(other.account)).phone,
      before.find(({ id }) => Number(id) === Number(other.account)).phone)
    await page.waitForURL(/saved=yes/)
  })
  await context.close()
})
