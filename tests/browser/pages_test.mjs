// Every page that needs nothing but its address: usable by all (axe, WCAG 2.2 AA), valid HTML, light,
// and fitting the smallest phone. In both languages, as a stranger and as a student.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import { closeBrowser, overflow, visitor } from './support/browser.mjs'
import { env, permitctl, student } from './support/site.mjs'

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const vnu = require.resolve('vnu-jar/build/dist/vnu.jar')
const LIGHT = 100 * 1024 // bytes over the wire on a first visit, styles and scripts included

// An object, groups chosen to be paid for; and an answer that is no page.
const NEEDS_MORE = /\{|\/payment\/(details|method)$|\/healthz$/

const pages = permitctl('route', 'list').trim().split('\n').slice(1)
  .map((line) => line.trim().split(/\s+/))
  .filter(([method, path]) => method === 'GET' && !NEEDS_MORE.test(path))
  .map(([, path, access]) => ({ path, access }))
const texts = mkdtempSync(`${tmpdir()}/permit-html-`)
const student1 = { login: 'lin.xiaoyu', password: 'Mountain-7-river' }

after(closeBrowser)
after(() => rmSync(texts, { recursive: true }))

async function logIn(page) {
  await page.goto(student('/login'))
  await page.locator('[name=login_name]').fill(student1.login)
  await page.locator('[name=password]').fill(student1.password)
  await page.locator('[data-proof-start]').click()
  await page.locator('[data-proof-done]:not([hidden])').waitFor()
  await page.locator('main form button.govuk-button').first().click()
  await page.waitForURL(/\/todo/)
}

for (const language of ['zh-TW', 'en']) {
  for (const access of ['public', 'student']) {
    test(`pages for a ${access === 'public' ? 'stranger' : 'student'} in ${language}`, async (t) => {
      const me = await visitor({ language, width: 320 })
      if (access === 'student') await logIn(me.page)
      for (const { path } of pages.filter((page) => page.access === access)) {
        await t.test(path, async () => {
          const response = await me.page.goto(`${env.BASE_URL}${path}?lang=${language}`)
          assert.equal(response.status(), 200)
          writeFileSync(`${texts}/${path.replaceAll('/', '_')}-${language}.html`, await response.body())
          await me.page.evaluate(axe)
          const { violations } = await me.page.evaluate(() => globalThis.axe.run())
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [])
          assert.deepEqual(await overflow(me.page), [])
        })
      }
      assert.deepEqual(me.complaints, [])
      await me.context.close()
    })
  }
}

test('the HTML of every page is valid', () => {
  let words = ''
  try {
    execFileSync('java', ['-jar', vnu, '--errors-only', '--format', 'gnu', texts], { stdio: 'pipe' })
  } catch (error) {
    words = String(error.stderr)
  }
  assert.equal(words, '')
})

test('a first visit weighs less than 100 KB', async (t) => {
  for (const { path } of pages.filter((page) => page.access === 'public')) {
    await t.test(path, async () => {
      const me = await visitor({})
      const session = await me.context.newCDPSession(me.page)
      await session.send('Network.enable')
      let weight = 0
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (weight += encodedDataLength))
      await me.page.goto(env.BASE_URL + path, { waitUntil: 'networkidle' })
      assert.ok(weight > 0 && weight < LIGHT, `${weight} bytes`)
      await me.context.close()
    })
  }
})
