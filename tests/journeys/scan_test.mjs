// Files are scanned for viruses: they wait meanwhile, and one with a virus is replaced. The site of
// this run has the stand-in for clamd as its scanner.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { linkIn, mailTo } from '../browser/support/mailbox.mjs'
import { env, permitctl, replaceWorkers, root, sql, student, until } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { ANSWERS, caseOf, openSection, PAPERS, send } from './application_steps.mjs'
import { answer, look, press, says, takeStep } from './steps.mjs'
import { document, portrait } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

// In two parts, so that no scanner takes this source for the test file itself.
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const CHECK = 'main button[value=check]'

const folder = mkdtempSync(`${tmpdir()}/permit-scan-`)
const socket = `${folder}/clamd.sock`
let clamd

async function startClamd() {
  clamd = spawn('/usr/bin/python3', ['-B', `${root}tests/support/stand_in_clamd.py`,
    '--socket', socket, '--mode', `${folder}/mode`], { stdio: 'inherit' })
  await until('the stand-in clamd', () => existsSync(socket))
}

// The timer's job may be at it already.
async function scanAll() {
  await until('no file to wait for its scan', () => {
    permitctl('scan', 'run')
    return sql("SELECT COUNT(*) AS n FROM upload_scan WHERE state = 'waiting'")[0].n === '0'
  })
}

async function infected(title) {
  const paper = await document(title)
  return { ...paper, buffer: Buffer.concat([paper.buffer, Buffer.from(`% ${EICAR}\n`)]) }
}

const slotOf = (page, slot) => page.locator(`.upload-slot:has(input[name="${slot}"])`)

// Up to the list, where its name stands without a link.
async function handIn({ page, scripts }, slot, file, words) {
  const place = slotOf(page, slot)
  await place.locator('input[type=file]').setInputFiles(file)
  if (!scripts) await place.locator('button[value=upload]').click()
  const line = place.locator('.files li', { hasText: file.name })
  await line.locator('.tag', { hasText: words }).waitFor()
  assert.equal(await line.getByRole('link').count(), 0)
}

const fileOf = (name) => sql(`SELECT id FROM upload WHERE name = '${name}'`)[0].id
const refusal = (...command) => {
  try {
    permitctl(...command)
  } catch ({ status, stdout, stderr }) {
    assert.deepEqual([status, stdout], [1, ''])
    return stderr
  }
  return assert.fail(`${command.join(' ')} is not refused`)
}

before(async () => {
  appendFileSync(`${dirname(env.PERMITCTL)}/permit.toml`, `\n[scan]\nsocket = "${socket}"\n`)
  await replaceWorkers()
})

after(async () => {
  clamd?.kill()
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
})

test('a student sends an application while the scanner is away, and replaces a file later', async () => {
  const person = accountHolder('lin.xiaoyu')
  const me = { ...(await visitor({})), name: 'scan', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  let receipt

  await step(`${person.chinese_name} uploads files, which wait`, async () => {
    await logIn(me, person)
    const draft = await new Errands(me).draft('exchange', person.permit)
    await page.goto(student(`/apply/drafts/${draft}?all=yes`))
    await slotOf(page, 'photo').locator('input[type=file]').setInputFiles(await portrait())
    await slotOf(page, 'photo').locator('img.photo').waitFor()
    for (const [slot, title] of Object.entries(PAPERS.exchange)) {
      await handIn(me, slot, await document(title), '病毒掃描中')
    }
    await handIn(me, 'other', await infected('其他證明'), '病毒掃描中')
    await look(me, 'form-waiting')
  })
  await step('fills in the rest and sends it all the same', async () => {
    for (const [name, value] of Object.entries(ANSWERS)) {
      if (await page.locator(`main [name="${name}"]`).count()) await answer(page, name, value)
    }
    await press(page, CHECK)
    await page.waitForURL(/\/check/)
    await says(page, '病毒掃描中')
    await look(me, 'check-waiting')
    receipt = await send(me)
  })
  await step('nobody opens them meanwhile', async () => {
    await page.goto(student(`/cases/${receipt}`))
    await look(me, 'case-waiting')
    assert.equal(await page.locator('.files a', { hasText: '.pdf' }).count(), 0)
    const id = fileOf('單次證.pdf')
    const shut = await me.context.request.get(student(`/cases/${receipt}/files/${id}`))
    assert.equal(shut.status(), 423)
    await page.goto(student(`/cases/${receipt}/files/${id}`))
    await look(me, 'file-waiting')
    assert.match(refusal('case', 'file', receipt, id), /waits for the scan/)
  })
  await step('is told by mail which one holds a virus', async () => {
    await startClamd()
    await scanAll()
    const mail = await mailTo(person.email, /其他證明\.pdf/)
    assert.match(mail.subject, /病毒/)
    await page.goto(linkIn(mail, new RegExp(`/cases/${receipt}`)))
    await says(page, '審核人員亦無法開啟')
    await look(me, 'case-quarantined')
    const links = await page.locator('.files a', { hasText: '.pdf' })
      .evaluateAll((all) => all.map(({ href }) => href))
    assert.equal(links.length, 3)
    for (const link of links) {
      const opened = await me.context.request.get(link)
      assert.equal((await opened.body()).subarray(0, 5).toString(), '%PDF-')
    }
  })
  await step('hands in another when the reviewer returns the case for it', async () => {
    const id = fileOf('其他證明.pdf')
    assert.match(permitctl('case', 'show', receipt), /其他證明\.pdf .*quarantined: Eicar/)
    assert.match(refusal('case', 'file', receipt, id), /is quarantined/)
    permitctl('case', 'return', receipt, '--kind', 'documents', '--opinion', '請重新上傳其他證明。')
    await page.goto(student(`/corrections/${receipt}/form`))
    await look(me, 'correction-quarantined')
    await press(page, CHECK)
    await page.locator('.govuk-error-summary', { hasText: '本表單有檔案含有病毒' }).waitFor()
    await look(me, 'correction-refused')
    await page.locator(`[id="file-${id}"] button[value^="remove:"]`).click()
    await page.locator(`[id="file-${id}"] button[value^="restore:"]`).waitFor()
    await handIn(me, 'other', await document('其他證明重新掃描'), '病毒掃描中')
    await press(page, CHECK)
    await page.waitForURL(/\/check$/)
    await look(me, 'correction-check')
    await press(page)
    await page.waitForURL(/\/done$/)
    assert.equal(caseOf(receipt).state, 'first-review')
    await scanAll()
    permitctl('case', 'file', receipt, fileOf('其他證明重新掃描.pdf'))
    // The browser itself notes the status of the file that was asked for too early.
    assert.deepEqual(me.complaints.filter((words) => !/status of 423/.test(words)), [])
  })
  await me.context.close()
})

test('a student on a phone, without scripts, takes a file with a virus out of the draft', async () => {
  const person = accountHolder('chen.zimo')
  const me = { ...(await visitor({ language: 'en', width: 390, scripts: false })),
    name: 'scan-phone', step: 0 }
  const { page } = me
  const step = (what, work) => takeStep(me, what, work)
  let form

  await step(`${person.chinese_name} uploads it`, async () => {
    await page.goto(student('/login?lang=en'))
    await logIn(me, person)
    form = student(`/apply/drafts/${await new Errands(me).draft('exchange', person.permit)}`)
    await page.goto(`${form}?all=yes`)
    await handIn(me, 'other', await infected('letter'), 'Being checked for viruses')
    await look(me, 'waiting')
  })
  await step('reads that a virus was found, by mail and on the form', async () => {
    await scanAll()
    const mail = await mailTo(person.email, /letter\.pdf/)
    assert.match(mail.text, /病毒|virus/)
    await page.goto(linkIn(mail, /\/apply\/drafts\//))
    await says(page, 'Virus found')
    await look(me, 'quarantined')
    await press(page, CHECK)
    await page.locator('.govuk-error-summary', { hasText: 'A file in this form contains a virus' }).waitFor()
    await look(me, 'refused')
  })
  await step('removes it, and nothing is left of it', async () => {
    await openSection(me, 'documents')
    await slotOf(page, 'other').locator('button[value^="remove:"]').click()
    await slotOf(page, 'other').locator('.files').waitFor({ state: 'detached' })
    assert.deepEqual(sql("SELECT upload_id FROM upload_scan WHERE state = 'quarantined'")
      .filter(({ upload_id: id }) => !sql(`SELECT id FROM upload WHERE id = '${id}'`).length), [])
    assert.deepEqual(me.complaints, [])
  })
  await me.context.close()
})
