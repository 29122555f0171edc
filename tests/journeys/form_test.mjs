// A student fills in the form section by section: what is missing is found and leads into its section,
// what depends on another answer shows in time, and what cannot be changed can be read.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { RowWatch } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { ANSWERS, handInFile, openSection, openWholeForm, PAPERS, saveSection, sectionOf, SECTIONS, send,
  startApplication } from './application_steps.mjs'
import { answer, look, press, takeStep } from './steps.mjs'
import { document, portrait } from './documents.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'form-phone', login: 'gulinaer', language: 'zh-TW', width: 390 },
  { name: 'form-no-script', login: 'wang.ji', language: 'en', width: 390, scripts: false },
]

// Each group of conditional fields: the answer that calls for it, one that does not, and the rows.
const CONDITIONS = [
  ['declared_post', 'formerly', 'never', ['former_post']],
  ['declared_post', 'at-present', 'formerly', ['present_post']],
  ['guarantor_kind', 'natural', 'juridical',
    ['guarantor_name', 'guarantor_id', 'guarantor_relation']],
  ['guarantor_kind', 'juridical', 'natural',
    ['guarantor_organisation', 'guarantor_representative']],
  ...['father', 'mother'].map((parent) => [`${parent}_life`, 'alive', 'deceased',
    ['phone', 'occupation', 'employer', 'job_title', 'address'].map((part) => `${parent}_${part}`)]),
]

const links = (page) => page.locator('.govuk-error-summary a')

// The link of the summary leads to the field's message, on this page or in its section.
async function followLink({ page, scripts }, link) {
  const href = await link.getAttribute('href')
  const place = href.split('#')[1]
  await link.click()
  if (!href.startsWith('#')) await page.waitForURL((url) => url.href.endsWith(href))
  const at = href.startsWith('#') && scripts ? ':focus' : ':target'
  await page.locator(`[id="${place}"]${at}`).waitFor()
  const field = page.locator(`[id="${place}"]`)
  const seen = await field.evaluate((element) => {
    const group = element.closest('.govuk-form-group')
    const message = group.querySelector('.govuk-error-message').getBoundingClientRect()
    return message.height > 0 && message.bottom > 0 && message.top < window.innerHeight
  })
  assert.ok(seen, `the message of ${place} is in view`)
  return field.evaluate((element) => element.type)
}

// The word and the sign of each section.
const states = (page) => page.locator('.section-list li').evaluateAll((rows) =>
  Object.fromEntries(rows.map((row) => [row.querySelector('a').pathname.split('/').at(-1),
    row.querySelector('.tag').innerText.replace(/\s+/g, ' ').trim()])))

for (const { name, login, ...ways } of WALKS) {
  test(`a student fills in the form: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const step = (what, work) => takeStep(me, what, work)
    let list

    await step(`${person.chinese_name} sends an empty form and follows each error into its section`, async () => {
      await logIn(me, person)
      await startApplication(me, person)
      list = page.url()
      await press(page, 'main button[value=check]')
      await links(page).first().waitFor()
      await look(me, 'errors')
      const count = await links(page).count()
      assert.equal(count, 13)
      const kinds = new Set()
      for (let at = 0; at < count; ++at) {
        await page.goto(`${list}?check=yes`)
        kinds.add(await followLink(me, links(page).nth(at)))
      }
      assert.deepEqual([...kinds].sort(), ['checkbox', 'file', 'radio', 'select-one', 'text'])
    })
    await step('sends the whole form on one page, and follows each error there', async () => {
      await openWholeForm(me)
      await press(page)
      await links(page).first().waitFor()
      await look(me, 'errors-whole')
      assert.equal(await links(page).count(), 13)
      for (const link of await links(page).all()) await followLink(me, link)
    })
    await step('sees what an answer asks for as soon as it is given', async () => {
      await page.goto(list)
      for (const [field, calls, other, rows] of CONDITIONS) {
        if (await page.locator(`main [name="${field}"]`).count() === 0) await openSection(me, sectionOf(field))
        await answer(page, field, calls)
        for (const row of rows) assert.ok(await page.locator(`#${row}`).isVisible(), row)
        await answer(page, field, other)
        for (const row of rows) {
          assert.equal(await page.locator(`#${row}`).isVisible(), !me.scripts, row)
        }
      }
      await page.goto(list)
      await openSection(me, 'father')
      const said = page.locator('#father_phone-hint')
      if (me.scripts) assert.equal(await page.locator('[data-shown-when] [data-condition]').count(), 0)
      else assert.match(await said.innerText(), /Only fill this in if "Living or deceased" is "Living"/)
      await look(me, 'conditions')
    })
    await step('is asked for what the answers call for, and for nothing else', async () => {
      await openWholeForm(me)
      await answer(page, 'declared_post', 'at-present')
      await answer(page, 'guarantor_kind', 'natural')
      await answer(page, 'father_life', 'alive')
      await answer(page, 'mother_life', 'deceased')
      await press(page)
      await page.locator('.govuk-error-summary a[href="#present_post"]').waitFor()
      const places = await links(page).evaluateAll((all) => all.map((link) => link.hash.slice(1)))
      const after = (prefix) => places.filter((place) => place.startsWith(prefix)).sort()
      assert.deepEqual(after('present_'), ['present_post'])
      assert.deepEqual(after('former_'), [])
      assert.deepEqual(after('guarantor_'), ['guarantor_address', 'guarantor_id', 'guarantor_name',
        'guarantor_phone', 'guarantor_relation'])
      assert.deepEqual(after('father_'), ['father_address', 'father_birth_date', 'father_employer',
        'father_job_title', 'father_name', 'father_occupation', 'father_phone'])
      assert.deepEqual(after('mother_'), ['mother_name'])
      for (const place of places) assert.ok(await page.locator(`[id="${place}"]`).isVisible(), place)
    })
    await step('reads the whole name of the school, and cannot change it', async () => {
      await openSection(me, 'studies')
      const school = page.locator('#school .fixed-value')
      assert.equal(await school.innerText(), person.school)
      assert.ok(await school.evaluate((element) => element.scrollWidth <= element.clientWidth))
      assert.equal(await page.locator('[name=school]').count(), 0)
      assert.deepEqual(me.complaints, [])
    })
    await step('throws the draft away', async () => {
      await page.goto(`${list}/discard`)
      await press(page, 'main .govuk-button--warning')
      await page.waitForURL(/\/todo/)
    })
    await me.context.close()
  })
}

const SECTION_WALKS = [
  { name: 'sections-chinese', login: 'lin.xiaoyu', language: 'zh-TW', scripts: true },
  { name: 'sections-chinese-plain', login: 'chen.zimo', language: 'zh-TW', scripts: false },
  { name: 'sections-english', login: 'wang.ji', language: 'en', scripts: true },
  { name: 'sections-english-plain', login: 'gulinaer', language: 'en', scripts: false },
]
const WORDS = {
  'zh-TW': { done: '✓ 已完成', toDo: '○ 待填寫', wrong: '! 有誤' },
  en: { done: '✓ Done', toDo: '○ To do', wrong: '! There is a problem' },
}

// Fills in what of the section is on the page.
async function fillHere(me, section) {
  const { page } = me
  if (section === 'photo') await handInFile(me, 'photo', await portrait())
  if (section === 'documents') {
    for (const [slot, title] of Object.entries(PAPERS.exchange)) await handInFile(me, slot, await document(title))
  }
  for (const [field, value] of Object.entries(ANSWERS)) {
    if (sectionOf(field) === section) await answer(page, field, value)
  }
}

for (const { name, login, ...ways } of SECTION_WALKS) {
  test(`a student on a phone applies section by section: ${name}`, async () => {
    const me = { ...(await visitor({ width: 390, ...ways })), name, step: 0 }
    const { page } = me
    const words = WORDS[me.language]
    const step = (what, work) => takeStep(me, what, work)
    const person = accountHolder(login)
    const inSection = () => page.url().split(/[?#]/)[0].split('/sections/')[1]
    let list, rows

    await step(`${person.chinese_name} sees what is done and what is to do`, async () => {
      await logIn(me, person)
      await startApplication(me, person)
      list = page.url()
      const seen = await states(page)
      assert.deepEqual(Object.keys(seen), SECTIONS)
      assert.equal(seen.identity, words.done, 'the register says who it is')
      assert.equal(seen.photo, words.toDo)
      rows = new RowWatch()
    })
    await step('saves each section by itself, and goes from one to the next', async () => {
      await press(page)
      const walked = []
      while (inSection()) {
        const section = inSection()
        walked.push(section)
        await fillHere(me, section)
        await look(me, `section-${section}`)
        await saveSection(me, section)
      }
      assert.deepEqual(walked, ['photo', 'request', 'documents', 'studies', 'contact', 'declaration',
        'father', 'mother'], 'what is done already is not asked for')
      await page.waitForURL(/\/check$/)
      await look(me, 'check')
      const changes = rows.changes()
      assert.equal(changes.application_case, undefined)
      assert.equal(changes.upload, '+4')
    })
    await step('changes one section from the check, and comes back to it', async () => {
      const contact = page.locator('.answers-head a[href$="/sections/contact?from=check"]')
      await contact.click()
      await page.waitForURL(/\/sections\/contact\?from=check$/)
      await answer(page, 'taiwan_address', '')
      await press(page)
      await page.locator('.govuk-error-summary a[href="#taiwan_address"]').waitFor()
      await look(me, 'section-error')
      await followLink(me, links(page).first())
      await answer(page, 'taiwan_address', '臺北市中正區改過的路1號')
      await press(page)
      await page.waitForURL(/\/check$/)
      assert.match(await page.locator('main').innerText(), /改過的路1號/)
    })
    await step('leaves a section with a mistake, and finds it by the error', async () => {
      await page.goto(list)
      await openSection(me, 'identity')
      const born = await page.locator('[name=birth_date]').inputValue()
      await answer(page, 'birth_date', '1999/02/30')
      await press(page, 'main .govuk-button[value=save]')
      await page.waitForURL(/\?saved=yes$/)
      await look(me, 'list-wrong')
      assert.equal((await states(page)).identity, words.wrong)
      await press(page, 'main button[value=check]')
      const link = links(page).first()
      await link.waitFor()
      assert.match(await link.getAttribute('href'), /\/sections\/identity\?check=yes#birth_date$/)
      await followLink(me, link)
      await answer(page, 'birth_date', born)
      await saveSection(me, 'identity')
      await page.waitForURL(/\/check$/)
    })
    await step('sends it', async () => {
      await send(me)
      assert.equal(rows.changes().application_case, '+1')
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
