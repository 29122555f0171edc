// A student on a phone hands in what a reviewer would send back, is told so beside the file and once
// more before sending, and may send it all the same; with scripts and without.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { browser, closeBrowser, overflow, visitor } from '../browser/support/browser.mjs'
import { broken } from '../browser/support/pages.mjs'
import { sql, student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { look, takeStep } from './steps.mjs'
import { portrait } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'
import { ANSWERS, fillIn, handIn, handInFile, openSection, startApplication } from './application_steps.mjs'

after(closeBrowser)

const TEXT = '茲證明下列學生現於本校就讀，學籍資料經查核無誤，持證人應於許可停留期間屆滿前離境。'

// A page with so many lines of text.
async function pageOfText(name, lines) {
  const page = await (await browser()).newPage({ viewport: { width: 1200, height: 1600 } })
  await page.setContent(`<body style="margin:0;background:#fff"><div style="box-sizing:border-box;
    width:1200px;height:1600px;padding:120px;font:30px/1.8 'Noto Sans CJK TC'">
    ${lines ? '<h1>在學證明書</h1>' : ''}${`<p>${TEXT}</p>`.repeat(lines)}</div></body>`)
  const buffer = await page.screenshot({ type: 'jpeg', quality: 85 })
  await page.close()
  return { name, mimeType: 'image/jpeg', buffer }
}

const SAYS = {
  en: { face: 'No face was found in the photo', empty: 'There is almost nothing on the page',
    anyway: 'You can send it as it is' },
  zh: { face: '照片中找不到臉部', empty: '頁面上幾乎沒有內', anyway: '您仍可直接送出' },
}

for (const [name, ways] of [['faults', { width: 390, language: 'en', login: 'chen.zimo' }],
  ['faults-plain', { scripts: false, login: 'wang.ji' }]]) {
  test(`a student is told what a reviewer would send back: ${name}`, async () => {
    const says = SAYS[ways.language ?? 'zh']
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const step = (what, work) => takeStep(me, what, work)
    const person = accountHolder(ways.login)
    await logIn(me, person)
    await step('opens the form and reads what the photo must look like', async () => {
      await startApplication(me, person)
      await openSection(me, 'photo')
      assert.equal(await page.locator('.photo-examples img').count(), 8)
    })
    const beside = (slot) => page.locator(`.upload-slot:has(input[name="${slot}"]) .file-faults`)
    await step('hands in a photo without a face and an empty page', async () => {
      await handIn(me)
      await openSection(me, 'photo')
      assert.match(await beside('photo').innerText(), new RegExp(says.face))
      await handInFile(me, 'other', await pageOfText('empty.jpg', 0))
      assert.match(await beside('other').innerText(), new RegExp(says.empty))
      assert.match(await beside('other').innerText(), new RegExp(says.anyway))
      await beside('other').scrollIntoViewIfNeeded()
      await look(me, 'told')
      assert.deepEqual(await overflow(page), [])
      if (me.scripts) assert.deepEqual(await broken(page), [])
    })
    await step('sees them again before sending, and goes back to change one', async () => {
      await fillIn(me, ANSWERS)
      const told = page.locator('main .file-faults')
      assert.equal(await told.count(), 2)
      await told.filter({ hasText: says.empty }).getByRole('link').click()
      await page.waitForURL(/#other$/)
      await page.locator('.upload-slot:has(input[name="other"]) button[value^="remove:"]').click()
      await beside('other').waitFor({ state: 'detached' })
      await handInFile(me, 'other', await pageOfText('upright.jpg', 7))
      assert.equal(await beside('other').count(), 0)
      const [{ faults }] = sql("SELECT faults FROM upload WHERE name = 'upright.jpg'")
      assert.equal(faults, '')
    })
    assert.deepEqual(me.complaints, [])
    await me.context.close()
  })
}

test('on a phone the camera opens at once, and what is stored can still be chosen', async () => {
  const me = { ...(await visitor({ width: 390 })), name: 'faults-camera', step: 0 }
  const person = accountHolder('gulinaer')
  await logIn(me, person)
  const draft = await new Errands(me).draft('exchange', person.permit)
  // Of pages that follow a form sent, Chromium forgets that a finger is the only pointer.
  const page = await me.context.newPage()
  await page.goto(student(`/apply/drafts/${draft}?all=yes`))
  const place = page.locator('.upload-slot:has(input[name="travel-document"])')
  const input = place.locator('input[type=file]')
  await input.evaluate((field) => field.addEventListener('click', () => {
    window.asked = [field.getAttribute('capture'), field.accept, field.multiple]
  }))
  const asked = async (opener) => {
    const chooser = page.waitForEvent('filechooser')
    await opener.click()
    await chooser
    return page.evaluate(() => window.asked)
  }
  assert.deepEqual(await asked(place.locator('button[data-camera]')), ['environment', 'image/jpeg', false])
  const [capture, accept, multiple] = await asked(input)
  assert.equal(capture, null)
  assert.match(accept, /application\/pdf/)
  assert.equal(multiple, true)
  await handInFile({ ...me, page }, 'photo', await portrait())
  await page.locator('button[data-camera="user"]').waitFor()
  await look({ ...me, page }, 'camera')
  await me.context.close()
})
