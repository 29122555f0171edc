// Every page of the site map, in both languages: by the rules of WCAG 2.2 A and AA, in light and in
// dark colours, by keyboard, on a narrow phone with and without scripts, how it is laid out on three
// widths, on the wire, and in its mark-up.
//
// PAGES_PART, "1/2", looks at one page of so many, so that runs beside each other share the way.
// PAGES_PICTURES, when set, is the long form: it leaves each page as a picture on each of the widths,
// and looks twice where ./check trusts that one language stands for both.

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { closeBrowser, overflow, visitor } from './support/browser.mjs'
import { examplesOf, NOT_PAGES, STUDENT, UNMAPPED } from './support/examples.mjs'
import { gatherHoldings, logInAs } from './support/holdings.mjs'
import { badLayout } from './support/layout.mjs'
import { linkIn, mailTo } from './support/mailbox.mjs'
import { broken, contrast, logout, markupErrors, tabWalk, weight } from './support/pages.mjs'
import { artefacts, env, permitctl, root, sql } from './support/site.mjs'
import { enterMailbox, register } from '../journeys/account_steps.mjs'
import { accountHolder, PASSWORD, someoneWhoMayExchange } from '../journeys/people.mjs'

const PAGE_BYTES = 100 * 1024
const LANGUAGES = ['zh-TW', 'en']
const OWNER = 'gulinaer' // the longest name and school of the sample
const NEWCOMER = 'wang.ji'
const RENEWER = 'zhao.yawen'

const [PART, PARTS] = (process.env.PAGES_PART ?? '1/1').split('/').map(Number)
const ofThisPart = (_, at) => at % PARTS === PART - 1
const LONG = Boolean(process.env.PAGES_PICTURES)
const WIDTHS = [320, 390, 1280]
// What need not be looked at twice.
const once = PART === 1 ? test : () => {}

// ---- what is looked at -------------------------------------------------------------------------

// What nginx answers by itself when there is nobody to ask.
const NGINX = readdirSync(`${root}nginx/pages`).filter((name) => name.endsWith('.html'))

function routes() {
  return permitctl('route', 'list').trim().split('\n').slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map(([method, path, access]) => ({ method, path, access }))
    .filter(({ method }) => method === 'GET')
}

// ---- those who look ----------------------------------------------------------------------------

const eyes = {} // by who, language and scripts
const links = new Map() // address within the site → a page that leads there
const saved = `${artefacts}/html`
const pictures = `${artefacts}/pages`
let held
let examples
let files = 0

const eyesOf = (who, language, scripts) => eyes[`${who} ${language} ${scripts}`]

async function openEyes(who) {
  for (const language of LANGUAGES) {
    for (const scripts of [true, false]) {
      eyes[`${who} ${language} ${scripts}`] = await visitor(
        { language, scripts, width: scripts ? 1280 : 320 })
    }
  }
}

// One login is the session of all four pairs of eyes.
async function logInOnce(who, login) {
  const [first, ...others] = Object.entries(eyes).filter(([name]) => name.startsWith(who))
    .map(([, one]) => one)
  Object.assign(first, { name: `pages-${who}`, step: 0 })
  await logInAs(first, login)
  const session = (await first.context.cookies()).filter(({ name }) => name !== 'lang')
  for (const { context } of others) await context.addCookies(session)
  return first
}

before(async () => {
  rmSync(saved, { recursive: true, force: true })
  mkdirSync(saved, { recursive: true })
  mkdirSync(pictures, { recursive: true })
  for (const who of ['student', 'stranger', 'newcomer', 'renewer']) await openEyes(who)
  await logInOnce('newcomer', NEWCOMER)
  await logInOnce('renewer', RENEWER)
  sql(`UPDATE account SET must_change_password = 1 WHERE login_name = '${RENEWER}'`)
  const owner = await logInOnce('student', OWNER)
  held = await gatherHoldings(owner, OWNER)
  // The page on the way to the bank stays, as for one who came back to it.
  for (const { context } of Object.values(eyes)) {
    await context.addInitScript((key) => {
      if (location.protocol === 'http:') sessionStorage.setItem(key, 'yes')
    }, `forwarded-${held.card}`)
  }
  const examplesBelow = examplesOf(held, await mailedLinks(owner))
  examples = new Map(Object.entries(examplesBelow).map(
    ([path, list]) => [path.startsWith('/coa-frontend') ? path : STUDENT + path, list]))
})

after(closeBrowser)

// The links of two mails: to activate an account, and to confirm a mailbox.
async function mailedLinks(owner) {
  const stranger = eyesOf('stranger', 'zh-TW', true)
  const newcomer = someoneWhoMayExchange()
  Object.assign(stranger, { name: 'pages-newcomer', step: 0 })
  await stranger.page.goto(`${env.BASE_URL}${STUDENT}/login`)
  await register(stranger, newcomer)
  await owner.page.goto(`${env.BASE_URL}${STUDENT}/basic-data`)
  await enterMailbox(owner.page, 'moved@campus.example', PASSWORD)
  const pathIn = async (recipient, pattern) =>
    new URL(linkIn(await mailTo(recipient, pattern), pattern)).pathname
  return { activation: await pathIn(newcomer.email, /\/activate\//),
    mailbox: await pathIn('moved@campus.example', /\/mailbox\//),
    stop: await pathIn(accountHolder(OWNER).email, /\/mailbox\/stop\//),
    expired: { activate: expiredToken('activate'), mailbox: expiredToken('mailbox') } }
}

// A link of two days ago.
function expiredToken(purpose) {
  const token = purpose.padEnd(43, 'x')
  sql(`INSERT INTO account_token (token_hash, account_id, purpose, created_at, expires_at)
    SELECT SHA2('${token}', 256), id, '${purpose}', NOW() - INTERVAL 2 DAY, NOW() - INTERVAL 1 DAY
    FROM account WHERE login_name = '${NEWCOMER}'`)
  return token
}

// ---- looking -----------------------------------------------------------------------------------

async function open(visitor, { path, act, open }) {
  const { page, complaints } = visitor
  complaints.length = 0
  let answer = await page.goto(env.BASE_URL + path)
  if (act) answer = await act(page)
  if (open) await open(page)
  return answer
}

// Everything that is wrong with a page, as one list.
async function look(who, language, example, status) {
  const troubles = []
  const note = (what, list) => troubles.push(...list.map((line) => `${what}: ${line}`))
  const visitor = eyesOf(who, language, true)
  const { page, complaints } = visitor
  await page.setViewportSize({ width: 1280, height: 900 })
  const answer = await open(visitor, example)
  assert.equal(answer.status(), status)
  assert.match(answer.headers()['content-type'], /^text\/html/)
  const asked = new URL(example.path, env.BASE_URL).pathname
  if (!example.act) assert.equal(new URL(page.url()).pathname, asked, 'the page itself is shown')
  keep(await answer.text(), `${language} ${example.title}`)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    note(`laid out ${width} pixels wide`, await badLayout(page))
    if (LONG) await takePicture(page, language, example.title, width)
  }
  note('rules', await broken(page))
  // Colours are those of both languages; on a narrow phone the longer words are the English ones.
  if (LONG || language === 'zh-TW') note('dark colours', await contrast(page, 'dark'))
  const bytes = await weight(page)
  if (bytes > PAGE_BYTES) note('weight', [`${bytes} bytes`])
  // The browser itself names a page that is not there or was refused.
  note('console', complaints.filter((line) => status === 200 || !/Failed to load resource/.test(line)))
  if (!example.open && language === 'zh-TW') note('keyboard', await tabWalk(page))
  await page.setViewportSize({ width: 320, height: 800 })
  note('320 pixels', await overflow(page))
  note('logout', await logout(page, who === 'stranger', language))
  if (LONG || language === 'en') note('rules at 320 pixels', await broken(page))
  if (!example.open && language === 'en') note('keyboard at 320 pixels', await tabWalk(page))
  const targets = await page.locator('a[href^="/"]').evaluateAll((all) => all.map(({ href }) => href))
  if (status < 400) for (const target of targets) links.set(target.split('#')[0], { who, from: example.path })

  if (example.open) return troubles
  const plain = eyesOf(who, language, false)
  assert.equal((await open(plain, example)).status(), status, 'without scripts')
  note('320 pixels without scripts', await overflow(plain.page))
  return troubles
}

// The whole page as it stands.
async function takePicture(page, language, title, width) {
  const name = `${String(files).padStart(3, '0')} ${language} ${width} ${title}`
  await page.screenshot({ path: `${pictures}/${name.replace(/[^\w-]+/g, '_')}.png`, fullPage: true })
}

function keep(html, name) {
  writeFileSync(`${saved}/${String(++files).padStart(3, '0')} ${name.replace(/[^\w-]+/g, '_')}.html`, html)
}

async function lookInBothLanguages(t, who, example, status) {
  for (const language of LANGUAGES) {
    await t.test(`${example.title} ${language}`, async () => {
      assert.deepEqual(await look(who, language, example, status), [])
    })
  }
}

const pages = routes().filter(({ path }) => !NOT_PAGES.includes(path))
for (const { path, access } of pages.filter(ofThisPart)) {
  test(`page ${path}`, async (t) => {
    const list = examples.get(path)
    assert.ok(list?.length, `the route ${path} has an example`)
    for (const [at, entry] of list.entries()) {
      const [address, act, status = 200] = [entry].flat()
      const whole = new URL(STUDENT + address, env.BASE_URL)
      const title = `${path.split('/').slice(-2).join(' ')} example ${at + 1}${act ? ' sent' : ''}`
      const example = { path: whole.pathname + whole.search, act, title }
      const isOpen = access === 'open'
      await lookInBothLanguages(t, isOpen ? 'stranger' : 'student', example, status)
      if (isOpen && !act) {
        await lookInBothLanguages(t, 'student', { ...example, title: `${title} logged in` }, status)
      }
    }
  })
}

for (const { path, status = 200, state = '', who = 'student', ...ways } of UNMAPPED.filter(ofThisPart)) {
  test(`page ${path} ${state}`, async (t) => {
    await lookInBothLanguages(t, who, { path, ...ways, title: `${path} ${state}` }, status)
  })
}

once("the web server's own pages", async (t) => {
  for (const name of NGINX) {
    await t.test(name, async () => {
      const path = `/coa-frontend/own/${name}`
      const body = readFileSync(`${root}nginx/pages/${name}`, 'utf8')
      for (const { context } of Object.values(eyes)) {
        await context.route(`**${path}`, (route) => route.fulfill({ body, contentType: 'text/html' }))
      }
      assert.deepEqual(await look('stranger', 'zh-TW', { path, title: name }, 200), [])
    })
  }
})

once('the checks find what they look for', async () => {
  const { page } = eyesOf('stranger', 'en', true)
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('about:blank') // where styles within the page are allowed
  await page.setContent(`<!DOCTYPE html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
    <style>@media (prefers-color-scheme: dark) { .grey { color: #777; background: #888 } }</style>
    <p class="grey">grey in the dark</p>
    <p style="width: 60px; overflow-wrap: anywhere">straightforward</p>
    <p style="width: 40px">115695200001</p><p style="font-size: 11px">tiny</p>
    <p style="width: 1em">通知信語言</p>
    <button style="width: 20px; height: 20px; padding: 0">x</button>
    <img src="data:,"><div style="width: 400px">wide</div>
    <a href="/1" style="outline: none">unseen</a><a href="/2" tabindex="-1">unreached</a>
    <a href="/3" tabindex="1">first</a></main>`)
  assert.match((await broken(page)).join(), /image-alt/)
  assert.notDeepEqual(await overflow(page), [])
  const layout = (await badLayout(page)).join('\n')
  assert.match(layout, /out of main\..*wide/)
  assert.match(layout, /the word straightforward is broken/)
  assert.match(layout, /text out of its box.*115695200001/)
  assert.match(layout, /text of 11 pixels.*tiny/)
  assert.match(layout, /a control of 20 x 20/)
  assert.match(layout, /hardly a character a line/)
  assert.match((await contrast(page, 'dark')).join(), /color-contrast/)
  assert.deepEqual(await contrast(page, 'light'), [])
  const walk = (await tabWalk(page)).join()
  assert.match(walk, /focus not seen: a unseen/)
  assert.match(walk, /not reached: a unreached/)
  assert.match(walk, /out of order/)
})

once('the rows of the test are rows of the site map', () => {
  const known = routes().map(({ path }) => path)
  const rows = [...examples.keys(), ...NOT_PAGES]
  assert.deepEqual(rows.filter((path) => !known.includes(path)), [])
})

once('tabs are changed with the arrow keys', async () => {
  const { page } = eyesOf('student', 'zh-TW', true)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${env.BASE_URL}${STUDENT}/todo`)
  const chosen = () => page.locator('[role=tab][aria-selected=true]').getAttribute('href')
  const first = await chosen()
  await page.locator('[role=tab][aria-selected=true]').focus()
  await page.keyboard.press('ArrowRight')
  assert.notEqual(await chosen(), first)
})

once('where documents alone are asked for, the data are shown and not asked for', async () => {
  for (const scripts of [true, false]) {
    const { page } = eyesOf('student', 'zh-TW', scripts)
    await page.goto(`${env.BASE_URL}${STUDENT}/corrections/${held.documents}/form?all=yes`)
    const shown = page.locator('main .fixed-field')
    assert.ok(await shown.count() > 20)
    assert.equal(await shown.locator('.required, .optional, .govuk-hint').count(), 0)
    assert.ok(await page.locator('#father_address').isVisible(), 'of a living father, too')
    assert.equal(await page.locator('main #mother_address').count(), 0)
  }
})

test('every link of every page leads somewhere', async (t) => {
  for (const [target, { who, from }] of links) {
    const answer = await eyesOf(who, 'zh-TW', true).context.request.get(target, { maxRedirects: 0 })
    await t.test(`${target} from ${from}`, () => assert.ok(answer.status() < 400, `${answer.status()}`))
  }
})

test('the mark-up of every page is without errors', () => {
  assert.ok(files > 0)
  assert.deepEqual(markupErrors(saved), [])
})
