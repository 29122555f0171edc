// Headless Chromium and the pages of one visitor: language, scripts on or off, width.

import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { artefacts, env } from './site.mjs'

let running

export async function browser() {
  running ??= await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
  return running
}

export async function closeBrowser() {
  await running?.close()
  running = undefined
}

// A visitor with cookies of their own, on a screen of so many dots a CSS pixel. What the page's scripts complain of is kept in
// `visitor.complaints`: a journey ends with none.
export async function visitor(
  { language = 'zh-TW', scripts = true, width = 1280, scale = 1, colours = 'light' } = {}) {
  const context = await (await browser()).newContext({
    baseURL: env.BASE_URL,
    javaScriptEnabled: scripts,
    viewport: { width, height: width < 600 ? 800 : 900 },
    hasTouch: width < 600,
    deviceScaleFactor: scale,
    colorScheme: colours,
    locale: language === 'en' ? 'en-GB' : 'zh-TW',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60000)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A form shown again with its errors is an answer, though the browser notes its status.
    if (/status of 422/.test(message.text())) return
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  return { context, page, language, scripts, width, complaints }
}

export async function picture(page, name) {
  mkdirSync(artefacts, { recursive: true })
  await page.screenshot({ path: `${artefacts}/${name}.png`, fullPage: true })
}

// No page may be wider than its window.
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(0, 5)
  })
}
