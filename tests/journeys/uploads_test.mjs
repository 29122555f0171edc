// A student hands in files of every kind, made by the programs that make such files, through the
// form as it stands: each bad one is refused by its name and for its own reason, the others stay.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { broken } from '../browser/support/pages.mjs'
import { artefacts, root, sql, student, until } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { look, press } from './steps.mjs'
import { document } from './documents.mjs'
import { Errands } from './errands.mjs'
import { accountHolder } from './people.mjs'

// ---- the files ---------------------------------------------------------------------------------

const SAYS = {
  type: ['的內容不是 JPG、JPEG、PNG、HEIC、BMP 或 PDF，',
    ' is not really a JPG, JPEG, PNG, HEIC, BMP or PDF file'],
  empty: ['沒有內容，', ' is empty'],
  large: ['過大，檔案不得超過 20 MB', ' is too large. A file must be 20 MB or smaller'],
  full: ['超過 512 KiB，且再縮小將無法辨識', ' is larger than 512 KiB and we cannot reduce its size'],
  locked: ['設有密碼，', ' is protected by a password'],
  damaged: ['已損毀無法讀取，', ' is damaged and cannot be read'],
  pageless: ['沒有任何頁面，', ' has no pages'],
  active: ['含有程式碼或其他檔案，', ' contains a script or another file'],
  avif: ['是 AVIF 格式的圖檔，', ' is an AVIF picture'],
  pixels: ['的像素過多無法讀取，', ' has too many pixels'],
  picture: ['的內容須為 JPEG、PNG 或 HEIC 圖檔', ' must really be a JPEG, PNG or HEIC photo'],
  small: ['只有 300 × 400 像素，', ' is too small at 300 × 400 pixels'],
  photoLarge: ['過大，照片不得超過 20 MB', ' is too large. A photo must be 20 MB or smaller'],
}

const GOOD = ['photo.jpg', 'progressive.jpg', 'cmyk.jpg', 'grey.jpg', 'plain.png', 'interlaced.png',
  'sixteen.png', 'alpha.png', 'scan.bmp', 'base.pdf', 'objects.pdf', 'linear.pdf', 'cairo.pdf',
  'huge-page.pdf', 'owner-rc4-40.pdf', 'owner-aes-128.pdf', 'owner-aes-256.pdf', 'just-fits.jpg',
  'no-longer-fits.jpg', 'upload-just-fits.pdf', 'scanned.pdf', 'large.png', 'large.bmp', 'phone.heic']

// What becomes a JPEG is called one.
const shownAs = (name) => name.replace(/^(large\.png|large\.bmp|phone\.heic)$/, (of) => `${of.split('.')[0]}.jpg`)

const BAD = {
  type: ['letter.docx', 'page.pdf', 'drawing.png', 'words.pdf', 'archive.pdf', 'zip-and-paper.pdf',
    'html-and-paper.pdf', 'picture.gif', 'picture.webp', 'picture.tiff'],
  avif: ['phone.avif'],
  empty: ['empty.pdf'],
  large: ['upload-one-too-many.pdf'],
  full: ['full.pdf'],
  locked: ['locked-rc4-40.pdf', 'locked-rc4-128.pdf', 'locked-aes-128.pdf', 'locked-aes-256.pdf',
    'locked-objects.pdf', 'locked-metadata-open.pdf'],
  damaged: ['cut-photo.jpg', 'cut-plain.png', 'cut-scan.bmp', 'cut.pdf', 'cut-end.pdf', 'hole.pdf',
    'hole-photo.jpg', 'hole-plain.png'],
  pageless: ['pageless.pdf'],
  active: ['script.pdf', 'launch.pdf', 'carrier.pdf'],
  pixels: ['bomb.png', 'bomb.jpg'],
}

const BAD_PHOTOS = { picture: ['base.pdf', 'scan.bmp', 'picture.gif', 'picture.webp', 'drawing.png'],
  avif: ['phone.avif'], empty: ['empty.pdf'], small: ['small.jpg'], damaged: ['cut-photo.jpg'],
  pixels: ['bomb.jpg'], photoLarge: ['photo-one-too-many.jpg'] }

const pairs = (table) => Object.entries(table).flatMap(([reason, names]) =>
  names.map((name) => [name, reason]))

let folder
const file = (name) => `${folder}/${name}`

before(async () => {
  folder = mkdtempSync(`${tmpdir()}/permit-uploads-`)
  writeFileSync(file('base.pdf'), (await document('證明文件')).buffer)
  execFileSync('/usr/bin/python3', ['-B', `${root}tests/journeys/upload_files.py`, folder, file('base.pdf')])
})

after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
})

// ---- the form ----------------------------------------------------------------------------------

async function open(name, login, ways = {}) {
  const person = accountHolder(login)
  const me = { ...(await visitor(ways)), name, step: 0 }
  await logIn(me, person)
  const draft = await new Errands(me).draft('exchange', person.permit)
  const form = student(`/apply/drafts/${draft}`)
  await me.page.goto(`${form}?all=yes`)
  return { me, page: me.page, person, draft, form }
}

const slotOf = (page, slot) => page.locator(`.upload-slot:has(input[name="${slot}"])`)
const stored = (draft, slot) =>
  sql(`SELECT name FROM upload WHERE draft_id = '${draft}' AND slot = '${slot}' ORDER BY name`)
    .map(({ name }) => name)

async function choose(me, slot, files) {
  const place = slotOf(me.page, slot)
  await place.locator('input[type=file]').setInputFiles(files)
  if (!me.scripts) await press(me.page, `.upload-slot:has(input[name="${slot}"]) button[value=upload]`)
  return place
}

const sentence = ({ language }, name, reason) =>
  language === 'en' ? `${name}${SAYS[reason][1]}` : `「${name}」${SAYS[reason][0]}`

const told = (place, words) => place.getByText(words).filter({ visible: true }).waitFor()

async function remove(place, name) {
  await place.locator('li', { hasText: name }).locator('button[value^="remove:"]').click()
  await place.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' })
}

// ---- documents ---------------------------------------------------------------------------------

test('each file by itself, with scripts', async (t) => {
  const { me, page, draft } = await open('uploads', 'lin.xiaoyu')
  await choose(me, 'other', { name: '好.pdf', mimeType: 'application/pdf', buffer: readFileSync(file('cairo.pdf')) })
  await slotOf(page, 'other').getByRole('link', { name: '好.pdf' }).waitFor()
  for (const name of GOOD) {
    await t.test(`${name} is taken`, async () => {
      const place = await choose(me, 'travel-document', file(name))
      const shown = shownAs(name)
      const link = place.getByRole('link', { name: shown, exact: true })
      const opened = await me.context.request.get(await link.evaluate(({ href }) => href))
      assert.equal(opened.status(), 200)
      assert.equal(await place.locator('.govuk-error-message:visible').count(), 0)
      const [{ size }] = sql(`SELECT size FROM upload WHERE draft_id = '${draft}' AND slot = 'travel-document'`)
      assert.ok(Number(size) < 512 * 1024, size)
      await remove(place, shown)
    })
  }
  for (const [name, reason] of pairs(BAD)) {
    await t.test(`${name}: ${reason}`, async () => {
      const place = await choose(me, 'other', file(name))
      await told(place, sentence(me, name, reason))
      assert.deepEqual(stored(draft, 'other'), ['好.pdf'])
      await place.getByRole('link', { name: '好.pdf' }).waitFor()
    })
  }
  await choose(me, 'other', pairs(BAD).filter(([, reason]) => reason !== 'large').slice(8, 13)
    .map(([name]) => file(name)))
  await page.locator('.govuk-error-summary').waitFor()
  await look(me, 'refused')
  await me.context.close()
})

test('several at once, without scripts, in English', async (t) => {
  const { me, page, draft } = await open('uploads-plain', 'chen.zimo',
    { scripts: false, language: 'en', width: 390 })
  await choose(me, 'other', [file('cairo.pdf')])
  const rows = pairs(BAD)
  for (let at = 0; at < rows.length; at += 4) {
    const some = rows.slice(at, at + 4)
    await t.test(some.map(([name]) => name).join(', '), async () => {
      const good = `good-${at}.pdf`
      copyFileSync(file('objects.pdf'), file(good))
      const place = await choose(me, 'other', [file(good), ...some.map(([name]) => file(name))])
      for (const [name, reason] of some) await told(place, sentence(me, name, reason))
      assert.equal(stored(draft, 'other').length, 2, 'the same paper counts once')
    })
  }
  await look(me, 'refused')
  await me.context.close()
})

// ---- names -------------------------------------------------------------------------------------

test('names of every kind are shown as names', async () => {
  const { me, draft } = await open('uploads-names', 'wang.ji')
  const paper = readFileSync(file('cairo.pdf'))
  const names = [['𠮷𡘙 證明.pdf', '𠮷𡘙 證明.pdf'], ['C:\\Users\\王\\證明.pdf', '證明.pdf'],
    ['\u202efdp.exe\u202c\u200f.pdf', 'fdp.exe.pdf'], [`${'𠮷'.repeat(296)}.pdf`, `${'𠮷'.repeat(196)}.pdf`],
    ['"><b>x&amp;.pdf', '"><b>x&amp;.pdf']]
  for (const [at, [given, shown]] of names.entries()) {
    // Each another paper, as the same one counts once.
    const buffer = Buffer.concat([paper, Buffer.from(`% ${at}\n`)])
    const place = await choose(me, 'other', { name: given, mimeType: 'application/pdf', buffer })
    await place.getByRole('link', { name: shown, exact: true }).waitFor()
    assert.deepEqual(stored(draft, 'other'), [shown])
    await remove(place, shown)
  }
  await me.context.close()
})

// ---- the photo ---------------------------------------------------------------------------------

// The colours of the corners of the photo that is stored: red, green, blue, white when it is upright.
const corners = (page) => page.locator('img.photo').evaluate(async (image) => {
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const colour = (x, y) => {
    const [red, green, blue] = context.getImageData(width * x, height * y, 1, 1).data
    return [red, green, blue].map((part) => (part > 128 ? 1 : 0)).join('')
  }
  const all = [[0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]].map(([x, y]) => colour(x, y))
  return { width, height, all: all.join(' ') }
})

test('a phone’s photo of 20 MB is turned upright however the phone was held', async (t) => {
  const { me, page, draft } = await open('uploads-phone', 'lin.xiaoyu')
  for (let orientation = 1; orientation <= 8; ++orientation) {
    await t.test(`orientation ${orientation}`, async () => {
      const name = `phone-${orientation}.jpg`
      const place = await choose(me, 'photo', file(name))
      await place.getByRole('link', { name, exact: true }).waitFor()
      const photo = await corners(page)
      assert.equal(photo.all, '100 010 001 111')
      assert.ok(photo.width >= 413 && photo.height >= 531, JSON.stringify(photo))
      assert.ok(Math.abs(photo.height / photo.width - 531 / 413) < 0.01)
      const [row] = sql(`SELECT size, LOCATE('Exif', content) AS exif, LOCATE('Phone', content) AS model
        FROM upload WHERE draft_id = '${draft}' AND slot = 'photo'`)
      assert.ok(Number(row.size) < 512 * 1024)
      assert.equal(row.exif, '0', 'nothing of the camera is kept')
      assert.equal(row.model, '0')
    })
  }
  await look(me, 'photo')
  for (const [name, reason] of pairs(BAD_PHOTOS)) {
    await t.test(`${name}: ${reason}`, async () => {
      const place = await choose(me, 'photo', file(name))
      await told(place, sentence(me, name, reason))
      assert.deepEqual(stored(draft, 'photo'), ['phone-8.jpg'], 'the photo before stays')
    })
  }
  await t.test('exactly the limit is taken', async () => {
    const place = await choose(me, 'photo', file('photo-just-fits.jpg'))
    await place.getByRole('link', { name: 'photo-just-fits.jpg' }).waitFor()
  })
  await t.test('printers’ inks are taken', async () => {
    const place = await choose(me, 'photo', file('cmyk.jpg'))
    await place.getByRole('link', { name: 'cmyk.jpg' }).waitFor()
  })
  await me.context.close()
})

// ---- on the way --------------------------------------------------------------------------------

const isPost = (route) => route.request().method() === 'POST'

test('more than every limit comes back to the form, which says so', async (t) => {
  const many = Array.from({ length: 4 }, (_, at) => {
    copyFileSync(file('upload-just-fits.pdf'), file(`many-${at}.pdf`))
    return file(`many-${at}.pdf`)
  })
  for (const [name, login, ways, words] of [
    ['uploads-many', 'lin.xiaoyu', {}, '這次送出的檔案總和過大'],
    ['uploads-many-plain', 'chen.zimo', { scripts: false, language: 'en', width: 390 }, 'too large in total']]) {
    await t.test(name, async () => {
      const { me, page } = await open(name, login, ways)
      await choose(me, 'single-permit', many)
      await page.locator('.govuk-error-summary').getByText(words).waitFor()
      await look(me, 'too-large')
      await me.context.close()
    })
  }
})

test('a connection that drops is said, and offered again', async (t) => {
  const body = readFileSync(`${root}nginx/pages/503.html`, 'utf8')
  const troubles = { 'base.pdf': (route) => route.abort('connectionreset'),
    'linear.pdf': (route) => route.fulfill({ status: 503, body, contentType: 'text/html' }) }
  for (const [name, login, ways] of [['uploads-drop', 'lin.xiaoyu', {}],
    ['uploads-drop-320', 'chen.zimo', { language: 'en', width: 320 }]]) {
    await t.test(name, async () => {
      const { me, page, form } = await open(name, login, ways)
      for (const [paper, trouble] of Object.entries(troubles)) {
        await page.route(form, (route) => (isPost(route) ? trouble(route) : route.continue()))
        const place = await choose(me, 'travel-document', file(paper))
        const failed = place.locator('[data-upload-failed]')
        await failed.waitFor()
        await page.locator('main [name=department]').fill(`系 ${paper}`)
        await look(me, `dropped-${paper}`)
        assert.deepEqual(await broken(page), [])
        await page.unroute(form)
        await failed.getByRole('button').click()
        await place.getByRole('link', { name: paper }).waitFor()
        assert.equal(await page.locator('main [name=department]').inputValue(), `系 ${paper}`)
      }
      await me.context.close()
    })
  }
})

test('what is typed while a file is on its way is kept', async () => {
  const { me, page, form, draft } = await open('uploads-typing', 'lin.xiaoyu')
  let letGo
  const held = new Promise((resolve) => { letGo = resolve })
  await page.route(form, async (route) => {
    if (isPost(route)) await held
    await route.continue()
  })
  const place = await choose(me, 'other', file('grey.jpg'))
  await page.getByRole('progressbar', { name: '上傳中' }).waitFor()
  await page.locator('main [name=taiwan_address]').fill('臺北市邊傳邊寫路1號')
  await look(me, 'on-its-way')
  letGo()
  await place.getByRole('link', { name: 'grey.jpg' }).waitFor()
  assert.equal(await page.locator('main [name=taiwan_address]').inputValue(), '臺北市邊傳邊寫路1號')
  await until('the words to be saved', () =>
    sql(`SELECT form FROM draft WHERE id = '${draft}'`)[0].form.includes('邊傳邊寫'))
  await me.context.close()
})

test('a file that meets the end of the session goes up after the login', async () => {
  const { me, page, person, draft } = await open('uploads-ended', 'wang.ji')
  await page.locator('main [name=department]').fill('沒有遺失系')
  sql(`DELETE s FROM session s JOIN account a ON a.id = s.account_id WHERE a.login_name = '${person.login}'`)
  await choose(me, 'other', file('base.pdf'))
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  await page.screenshot({ path: `${artefacts}/uploads-ended.png` }) // the window, not the page
  assert.deepEqual(stored(draft, 'other'), [])
  const other = { ...me, page: await me.context.newPage() }
  await logIn(other, person)
  await other.page.close()
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await slotOf(page, 'other').getByRole('link', { name: 'base.pdf' }).waitFor()
  assert.equal(await page.locator('main [name=department]').inputValue(), '沒有遺失系')
  assert.equal(await dialog.count(), 0)
  await me.context.close()
})
