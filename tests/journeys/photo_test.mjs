// A student hands in a phone's photo and chooses the part of it that counts, by mouse, by finger, by
// keyboard and without scripts.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { browser, closeBrowser, overflow, visitor } from '../browser/support/browser.mjs'
import { broken } from '../browser/support/pages.mjs'
import { RowWatch, sql, student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { look, takeStep } from './steps.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

// As a phone takes it: large, red at the left, green at the right, dark towards the foot.
async function snapshot(lying) {
  const [width, height] = lying ? [2000, 1500] : [1500, 2000]
  const page = await (await browser()).newPage({ viewport: { width, height } })
  await page.setContent(`<body style="margin:0"><div style="height:${height}px;background:
    linear-gradient(transparent, #000), linear-gradient(90deg, #f00, #0f0)"></div></body>`)
  const buffer = await page.screenshot({ type: 'png' })
  await page.close()
  return { name: 'phone.png', mimeType: 'image/png', buffer }
}

// The colour in the middle of the photo that is stored.
const middle = (page) => page.locator('img.photo').evaluate(async (image) => {
  await image.decode()
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d')
  context.drawImage(image, image.naturalWidth / 2, image.naturalHeight / 2, 1, 1, 0, 0, 1, 1)
  const [red, green] = context.getImageData(0, 0, 1, 1).data
  return { red, green, shape: image.naturalHeight / image.naturalWidth }
})

const useThisPart = async (page) => {
  const before = await page.locator('img.photo').getAttribute('src')
  await page.locator('button[value=crop]').click()
  await page.locator(`img.photo:not([src="${before}"])`).waitFor()
}
const openChoice = (page) => page.locator('[data-crop]').evaluate((details) => { details.open = true })
const slider = (page, name) => page.locator(`[name="crop_${name}"]`)

// Draws a finger or the mouse over the page.
async function drag(page, touch, from, to) {
  const steps = [0.25, 0.5, 0.75, 1].map((part) =>
    ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }))
  if (!touch) {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (const { x, y } of steps) await page.mouse.move(x, y)
    return page.mouse.up()
  }
  const device = await page.context().newCDPSession(page)
  const send = (type, touchPoints) => device.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [from])
  for (const point of steps) await send('touchMove', [point])
  await send('touchEnd', [])
}

async function begin(name, ways) {
  const person = accountHolder(ways.login ?? 'lin.xiaoyu')
  const me = { ...(await visitor(ways)), name, step: 0 }
  await logIn(me, person)
  const draft = await new Errands(me).draft('exchange', person.permit)
  await me.page.goto(student(`/apply/drafts/${draft}/sections/photo`))
  const place = me.page.locator('.upload-slot:has(input[name="photo"])')
  await place.locator('input[type=file]').setInputFiles(await snapshot(ways.lying))
  if (!me.scripts) await place.locator('button[value=upload]').click()
  await place.getByRole('link', { name: 'phone.jpg' }).waitFor()
  return { me, draft, page: me.page }
}

for (const [name, ways] of [['photo', {}],
  ['photo-320', { width: 320, language: 'en', login: 'chen.zimo' }],
  ['photo-lying', { width: 390, login: 'gulinaer', lying: true }]]) {
  test(`a student frames the face with pointer or finger and with keys: ${name}`, async () => {
    const { me, page, draft } = await begin(name, ways)
    const step = (what, work) => takeStep(me, what, work)
    await step('gets the middle at first, in the right shape', async () => {
      const photo = await middle(page)
      assert.ok(Math.abs(photo.shape - 531 / 413) < 0.01)
      assert.ok(Math.abs(photo.red - photo.green) < 30)
    })
    const rows = new RowWatch()
    await step('drags the frame to the left edge', async () => {
      await openChoice(page)
      await slider(page, 'size').fill('500')
      const frame = page.locator('[data-crop-frame]')
      await frame.scrollIntoViewIfNeeded()
      await look(me, 'frame')
      const box = await frame.boundingBox()
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const scrolled = await page.evaluate(() => window.scrollY)
      await drag(page, ways.width, centre, { x: Math.max(1, centre.x - 400), y: centre.y + 5 })
      assert.equal(await page.evaluate(() => window.scrollY), scrolled, 'the page stays')
      assert.equal(await slider(page, 'x').inputValue(), '0')
      await useThisPart(page)
      const photo = await middle(page)
      assert.ok(photo.red > photo.green + 20, JSON.stringify(photo))
      const changes = rows.changes()
      assert.equal(changes.upload, '+1 -1')
      assert.match(changes.photo_original, /^~1 crop_size,crop_x/)
    })
    await step('moves it to the right edge by the keyboard', async () => {
      await openChoice(page)
      await slider(page, 'x').focus()
      await page.keyboard.press('End')
      await useThisPart(page)
      const photo = await middle(page)
      assert.ok(photo.green > photo.red + 20, JSON.stringify(photo))
    })
    await step('finds nothing to complain of', async () => {
      await openChoice(page)
      assert.deepEqual(await overflow(page), [])
      assert.deepEqual(await broken(page), [])
      assert.deepEqual(me.complaints, [])
      const [stored] = sql(`SELECT name, mime, size FROM upload WHERE draft_id = '${draft}'
        AND slot = 'photo'`)
      assert.equal(stored.name, 'phone.jpg')
      assert.equal(stored.mime, 'image/jpeg')
      assert.ok(Number(stored.size) < 512 * 1024)
    })
    await me.context.close()
  })
}

test('without scripts the sliders and their button do the same', async () => {
  const { me, page, draft } = await begin('photo-plain', { scripts: false, login: 'wang.ji' })
  await page.locator('[data-crop] summary').click()
  await look(me, 'sliders')
  for (const [name, key] of [['size', 'Home'], ['y', 'Home'], ['x', 'Home']]) {
    await slider(page, name).focus()
    await page.keyboard.press(key)
  }
  await page.locator('button[value=crop]').click()
  await page.waitForLoadState()
  const [{ crop_x: x, crop_y: y }] = sql(
    `SELECT crop_x, crop_y FROM photo_original WHERE draft_id = '${draft}'`)
  assert.equal(x, '0')
  assert.equal(y, '0')
  await me.context.close()
})
