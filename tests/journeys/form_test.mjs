// A student fills in the form: what is missing is found, what depends on another answer shows in
// time, and what cannot be changed can be read.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { logIn } from './account_steps.mjs'
import { startApplication } from './application_steps.mjs'
import { answer, look, press, takeStep } from './steps.mjs'
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

async function followEachError({ page, scripts }) {
  const kinds = new Set()
  for (const link of await links(page).all()) {
    const place = (await link.getAttribute('href')).slice(1)
    await link.click()
    await page.locator(`[id="${place}"]${scripts ? ':focus' : ':target'}`).waitFor()
    const field = page.locator(`[id="${place}"]`)
    kinds.add(await field.evaluate((element) => element.type))
    const seen = await field.evaluate((element) => {
      const group = element.closest('.govuk-form-group')
      const message = group.querySelector('.govuk-error-message').getBoundingClientRect()
      return message.height > 0 && message.bottom > 0 && message.top < window.innerHeight
    })
    assert.ok(seen, `the message of ${place} is in view`)
  }
  assert.deepEqual([...kinds].sort(), ['checkbox', 'file', 'radio', 'select-one', 'text'])
}

for (const { name, login, ...ways } of WALKS) {
  test(`a student fills in the form: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const step = (what, work) => takeStep(me, what, work)

    await step(`${person.chinese_name} sends an empty form and follows each error`, async () => {
      await logIn(me, person)
      await startApplication(me, person)
      await press(page)
      await links(page).first().waitFor()
      await look(me, 'errors')
      assert.equal(await links(page).count(), 13)
      await followEachError(me)
    })
    await step('sees what an answer asks for as soon as it is given', async () => {
      for (const [field, calls, other, rows] of CONDITIONS) {
        await answer(page, field, calls)
        for (const row of rows) assert.ok(await page.locator(`#${row}`).isVisible(), row)
        await answer(page, field, other)
        for (const row of rows) {
          assert.equal(await page.locator(`#${row}`).isVisible(), !me.scripts, row)
        }
      }
      const said = page.locator('#father_phone-hint')
      if (me.scripts) assert.equal(await page.locator('[data-shown-when] [data-condition]').count(), 0)
      else assert.match(await said.innerText(), /Only if "Living or deceased" is "Living"/)
      await look(me, 'conditions')
    })
    await step('is asked for what the answers call for, and for nothing else', async () => {
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
      const school = page.locator('#school .fixed-value')
      assert.equal(await school.innerText(), person.school)
      assert.ok(await school.evaluate((element) => element.scrollWidth <= element.clientWidth))
      assert.equal(await page.locator('[name=school]').count(), 0)
      assert.deepEqual(me.complaints, [])
    })
    await me.context.close()
  })
}
