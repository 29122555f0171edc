// A student photographs documents with a phone and hands them in over a slow line, with scripts and
// without; and finds on the form what it said before.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { broken } from '../browser/support/pages.mjs'
import { root, sql, student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { document } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'
import { look, press } from './steps.mjs'

const LIMIT = 512 * 1024
let folder

before(() => {
  folder = mkdtempSync(`${tmpdir()}/permit-phone-`)
  execFileSync('/usr/bin/python3', ['-B', `${root}tests/journeys/phone_documents.py`, folder])
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
})

async function open(name, login, ways = {}) {
  const me = { ...(await visitor({ width: 390, ...ways })), name, step: 0 }
  await logIn(me, accountHolder(login))
  const draft = await new Errands(me).draft('exchange', accountHolder(login).permit)
  await me.page.goto(student(`/apply/drafts/${draft}?all=yes`))
  return { me, page: me.page, draft }
}

const slotOf = (page, slot) => page.locator(`.upload-slot:has(input[name="${slot}"])`)

async function choose(me, slot, file) {
  const place = slotOf(me.page, slot)
  await place.locator('input[type=file]').setInputFiles(file)
  if (!me.scripts) await place.locator('button[value=upload]').click()
  return place
}

// Of a fair mobile line, so that 12 MB take half a minute.
async function slowLine(page) {
  const device = await page.context().newCDPSession(page)
  await device.send('Network.enable')
  await device.send('Network.emulateNetworkConditions',
    { offline: false, latency: 60, downloadThroughput: 1_500_000, uploadThroughput: 500_000 })
}

// The sizes of what is sent.
function watchBodies(page) {
  const sizes = []
  page.on('requestfinished', async (request) => {
    if (request.method() === 'POST') sizes.push((await request.sizes()).requestBodySize)
  })
  return sizes
}

// What is stored, as its reader sees it: its extent, and which corners are red.
async function seen(me, link) {
  const answer = await me.context.request.get(await link.evaluate(({ href }) => href))
  const path = `${folder}/stored.jpg`
  writeFileSync(path, await answer.body())
  const isRed = (x, y) => `%[fx:p{w*${x},h*${y}}.r>0.6&&p{w*${x},h*${y}}.g<0.35]`
  const corners = [[0.05, 0.05], [0.95, 0.05], [0.05, 0.95], [0.95, 0.95]].map(([x, y]) => isRed(x, y))
  const [width, height, ...red] = execFileSync('convert',
    [path, '-format', `%w %h ${corners.join(' ')}`, 'info:'], { encoding: 'utf8' }).split(' ').map(Number)
  return { width, height, red }
}

for (const [name, login, ways, most] of [
  ['phone-document', 'lin.xiaoyu', {}, 550_000],
  ['phone-document-plain', 'chen.zimo', { scripts: false, language: 'en' }, Infinity]]) {
  for (const [file, slot] of [['page.jpg', 'single-permit'], ['page.heic', 'health-certificate']]) {
    test(`${file} becomes a document that can be read: ${name}`, async () => {
      const path = `${folder}/${file}`
      if (file === 'page.jpg') assert.ok(statSync(path).size > 10_000_000, `${statSync(path).size}`)
      const { me, page, draft } = await open(`${name}-${file.split('.')[1]}`, login, ways)
      await slowLine(page)
      const bodies = watchBodies(page)
      const place = await choose(me, slot, path)
      const link = place.getByRole('link', { name: 'page.jpg', exact: true })
      await link.waitFor()
      await look(me, 'handed-in')
      if (me.scripts) assert.deepEqual(await broken(page), [])
      const [row] = sql(`SELECT size, mime, LOCATE('Exif', content) AS exif, LOCATE('Phone', content) AS model
        FROM upload WHERE draft_id = '${draft}' AND slot = '${slot}'`)
      assert.equal(row.mime, 'image/jpeg')
      assert.ok(Number(row.size) < LIMIT, row.size)
      assert.deepEqual([row.exif, row.model], ['0', '0'], 'nothing of the camera is kept')
      const picture = await seen(me, link)
      assert.deepEqual(picture.red, [1, 0, 0, 0], 'it stands')
      assert.ok(picture.height >= 1600 && Math.abs(picture.width * 4 - picture.height * 3) < 5, JSON.stringify(picture))
      if (file === 'page.jpg') assert.ok(Math.max(...bodies) < most, `sent ${bodies}`)
      assert.deepEqual(me.complaints, [])
      await me.context.close()
    })
  }
}

test('a portrait of 12 MB is sent small and large enough', async () => {
  const { me, page, draft } = await open('phone-portrait', 'gulinaer')
  await slowLine(page)
  const bodies = watchBodies(page)
  const place = await choose(me, 'photo', `${folder}/page.jpg`)
  await place.getByRole('link', { name: 'page.jpg', exact: true }).waitFor()
  const [row] = sql(`SELECT width, height FROM photo_original WHERE draft_id = '${draft}'`)
  assert.ok(Number(row.width) >= 1652 && Number(row.height) >= 2124, JSON.stringify(row))
  assert.ok(Math.max(...bodies) < 1_050_000, `sent ${bodies}`)
  await me.context.close()
})

test('a second file that is chosen while the first is on its way goes up next', async () => {
  const { me, page } = await open('phone-second', 'wang.ji')
  let letGo
  const held = new Promise((resolve) => { letGo = resolve })
  await page.route(/\/apply\/drafts\//, async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  const [first, second] = [await document('健檢證明'), await document('大通證')]
  const isSent = page.waitForRequest((request) => request.method() === 'POST')
  await choose(me, 'health-certificate', first)
  await isSent
  await choose(me, 'travel-document', second)
  letGo()
  await slotOf(page, 'health-certificate').getByRole('link', { name: first.name }).waitFor()
  await slotOf(page, 'travel-document').getByRole('link', { name: second.name }).waitFor()
  await me.context.close()
})

// ---- what the form goes on to say -----------------------------------------------------------------

for (const [name, login, ways] of [['form-says', 'lin.xiaoyu', {}],
  ['form-says-plain', 'chen.zimo', { scripts: false, language: 'en' }]]) {
  test(`what is wrong is said until it is mended: ${name}`, async () => {
    const { me, page } = await open(name, login, ways)
    const summary = page.locator('.govuk-error-summary')
    const lines = summary.locator('a[href="#travel-document"], a[href="#mainland_address"]')
    await press(page)
    await summary.waitFor()
    assert.equal(await lines.count(), 2)
    const paper = await document('大通證')
    const place = await choose(me, 'travel-document', paper)
    await place.getByRole('link', { name: paper.name }).waitFor()
    assert.equal(await summary.isVisible(), true)
    assert.equal(await lines.count(), 1, 'what was mended is no longer said')
    await look(me, 'one-mended')
    const refused = await choose(me, 'other', { name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') })
    await refused.getByText('a.gif').filter({ visible: true }).first().waitFor()
    assert.equal(await lines.count(), 1, 'a refused file does not hide it either')
    await page.locator('.govuk-button-group button[value=save]').click()
    const said = page.locator('.notice-success')
    await said.waitFor()
    const inView = () => said.evaluate((notice) => {
      const { top } = notice.getBoundingClientRect()
      return top >= 0 && top < innerHeight
    })
    assert.equal(await inView(), true, 'what was saved is said where it is seen')
    await look(me, 'saved')
    if (me.scripts) assert.deepEqual(await broken(page), [])
    await me.context.close()
  })
}

test('another photo is cut from another picture', async () => {
  const { me, page } = await open('phone-other-photo', 'wang.ji')
  const crop = page.locator('.crop-picture')
  const colour = () => crop.evaluate(async (image) => {
    image.loading = 'eager'
    await image.decode()
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    context.drawImage(image, 0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data].map((part) => (part > 128 ? 1 : 0)).join('')
  })
  for (const [name, paint, seenAs] of [['red.png', 'xc:#d00', '1001'], ['blue.png', 'xc:#00d', '0011']]) {
    execFileSync('convert', ['-size', '700x900', paint, `${folder}/${name}`])
    const place = await choose(me, 'photo', `${folder}/${name}`)
    await place.getByRole('link', { name: name.replace('.png', '.jpg') }).waitFor()
    await page.locator('[data-crop]').evaluate((details) => { details.open = true })
    assert.equal(await colour(), seenAs, name)
  }
  await me.context.close()
})
