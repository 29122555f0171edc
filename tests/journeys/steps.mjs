// What a person does on any page: read it, fill in a field, press the one big button.
//
// Fields are found by the names of the rules, so that a step is the same in both languages, with
// scripts and without, on any width.

import assert from 'node:assert/strict'
import { overflow, picture } from '../browser/support/browser.mjs'

const BIG_BUTTON = 'main .govuk-button:not(.govuk-button--secondary):not(.govuk-button--warning)'

// A step that fails is named, with a picture of where it failed; the walk ends there.
export async function takeStep(me, what, work) {
  try {
    await work()
  } catch (error) {
    await picture(me.page, `${me.name}-failed`)
    error.message = `${what}: ${error.message} (at ${me.page.url()})`
    throw error
  }
}

// Every page that a journey sees is looked at the same way.
export async function look(visitor, name) {
  const { page, language, width } = visitor
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} has one heading`)
  const lang = await page.locator('html').getAttribute('lang')
  assert.equal(lang, language === 'en' ? 'en' : 'zh-Hant-TW')
  assert.deepEqual(await overflow(page), [], `${page.url()} fits into ${width} pixels`)
  await picture(page, `${visitor.name}-${String(++visitor.step).padStart(2, '0')}-${name}`)
}

export async function press(page, button = BIG_BUTTON) {
  await page.locator(button).first().click()
  await page.waitForLoadState()
}

export async function answer(page, name, value) {
  const field = page.locator(`main [name="${name}"]`)
  const first = field.first()
  const kind = (await first.getAttribute('type')) ?? (await first.evaluate((e) => e.tagName))
  const boxes = page.locator(`main [name="${name}"][type=checkbox]`)
  if (kind === 'hidden') {
    for (const box of await boxes.all()) {
      await box.setChecked(value.split(' ').includes(await box.getAttribute('value')))
    }
  } else if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
  else if (kind === 'checkbox') await first.check()
  else if (kind === 'SELECT') await first.selectOption(value)
  else await first.fill(value)
}

// The menu is folded on a phone; both kinds open without scripts.
export async function chooseFromMenu({ page }, place) {
  const wide = await page.locator('.menu-bar').isVisible()
  const bar = page.locator(wide ? '.menu-bar' : '.menu-fold')
  const here = `a[href$="/individual${place}"]`
  const link = bar.locator(here)
  if (!(await link.isVisible())) {
    await bar.locator('details', { has: page.locator(here) }).locator('summary').first().click()
  }
  await link.click()
  await page.waitForLoadState()
}

export async function says(page, pattern) {
  await page.locator('.ground').getByText(pattern).first().waitFor()
}
