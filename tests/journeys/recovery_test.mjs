// Programs are killed with no warning in the middle of a walk: afterwards the case, the payment and
// each mail are there, once.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { env, permitctl, processes, RowWatch, sql, student, until } from '../browser/support/site.mjs'
import { mails } from '../browser/support/mailbox.mjs'
import { activate, arrive, logIn, register } from './account_steps.mjs'
import { apply, caseOf } from './application_steps.mjs'
import { takeStep } from './steps.mjs'
import { chooseMethod, reachTheBank } from './money.mjs'
import { someoneWhoMayExchange } from './people.mjs'

after(closeBrowser)

function killAll(pattern) {
  const found = processes(pattern)
  assert.notEqual(found.length, 0, `${pattern} runs`)
  for (const { pid } of found) process.kill(pid, 'SIGKILL')
  return found.map(({ pid }) => pid)
}

const master = () => processes(/permit-web(?!.*--pool)/).find(({ parent }) => parent === Number(env.PID))
const workers = () => processes(/permit-web/).filter(({ parent }) => parent === master()?.pid)

async function backAgain(pattern, killed) {
  await until(`${pattern} to run again`, () => {
    const pids = processes(pattern).map(({ pid }) => pid)
    return pids.length > 0 && pids.every((pid) => !killed.includes(pid))
  })
}

const count = (table, where) =>
  Number(sql(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`)[0].n)

test('kill -9 of workers, mailer and bank loses nothing and doubles nothing', async () => {
  const person = someoneWhoMayExchange()
  const me = { ...(await visitor({})), name: 'recovery' }
  let receipt

  await takeStep(me, `${person.chinese_name} registers while the mailer is killed`, async () => {
    await arrive(me)
    writeFileSync(env.MAIL_FAULTS, `${person.email} 451\n`)
    await register(me, person)
    await until('a first attempt', () =>
      count('outbox', `recipient = '${person.email}' AND attempts > 0`) === 1)
    const killed = killAll(/permit-mailer/)
    await backAgain(/permit-mailer/, killed)
    writeFileSync(env.MAIL_FAULTS, '')
    permitctl('mail', 'retry', sql(`SELECT id FROM outbox WHERE recipient = '${person.email}'`)[0].id)
    await activate(me, person)
    assert.equal(mails(person.email).length, 1)
  })

  await takeStep(me, 'sends the case again and again while workers are killed', async () => {
    await logIn(me, person)
    await apply(me, person)
    const rows = new RowWatch()
    const form = me.page.locator('main form:has([name="act"])').last()
    const fields = Object.fromEntries(await form.locator('input[type=hidden]').evaluateAll(
      (inputs) => inputs.map((input) => [input.name, input.value])))
    const address = await form.evaluate((element) => element.action)
    const send = () => me.context.request.post(address, { form: fields, maxRedirects: 0 })
      .then((answer) => answer, () => null)

    for (const delay of [0, 2, 5, 10, 20]) {
      const sending = Promise.all([send(), send(), send()])
      await new Promise((resolve) => setTimeout(resolve, delay))
      for (const { pid } of workers()) process.kill(pid, 'SIGKILL')
      await sending
    }
    const answer = await until('an answer after the last kill', async () => {
      const got = await send()
      return got?.status() === 303 ? got : null
    })
    await me.page.goto(new URL(answer.headers().location, env.BASE_URL).href)
    receipt = /\b\d{12}\b/.exec(await me.page.locator('main').innerText())[0]
    const changes = rows.changes()
    assert.equal(changes.application_case, '+1')
    assert.equal(changes.case_group, '+1')
    assert.equal(changes.case_history, '+1')
    await until('the mail', () => mails(person.email).some(({ text }) => text.includes(receipt)))
    assert.equal(count('outbox', `recipient = '${person.email}'`), 2)
  })

  await takeStep(me, 'pays while the bank and the master are killed at the same moment', async () => {
    permitctl('case', 'approve', receipt)
    await chooseMethod(me, receipt, 'credit-card')
    await reachTheBank(me)
    await me.page.locator('select[name=fault]').selectOption('late')
    await me.page.locator('button[value=pay]').click()
    await until('the bank to hold the money', async () => {
      const orders = await (await fetch(`${env.BANK_URL}/control/orders`)).json()
      return orders.some(({ state }) => state === 'paid')
    })
    const bank = processes(/stand_in_bank/).map(({ pid }) => pid)
    assert.notEqual(bank.length, 0, 'the bank runs')
    const web = master().pid
    for (const pid of [...bank, web]) process.kill(pid, 'SIGKILL')
    await backAgain(/stand_in_bank/, bank)
    await until('another master', () => ![undefined, web].includes(master()?.pid))
    await until('the site to answer', async () =>
      (await fetch(student('/login')).catch(() => null))?.status === 200)
    await until('the permit', () => caseOf(receipt).state === 'issued')
    assert.equal(count('payment', "state = 'paid'"), 1)
    assert.equal(count('receipt', '1 = 1'), 1)
    assert.equal(count('entry_permit', `number = '${receipt}'`), 1)
    await until('no mail to wait', () => count('outbox', "state = 'waiting'") === 0)
    const causes = mails(person.email).map(({ subject }) => subject)
    assert.deepEqual(causes, [...new Set(causes)], 'each mail once')
    assert.equal(causes.length, count('outbox', `recipient = '${person.email}'`))
  })
  await me.context.close()
})
