// The to-do page of a sample student whose case is under way, wide and on a phone.

import { after, test } from 'node:test'
import { browser, closeBrowser, picture, visitor } from '../browser/support/browser.mjs'
import { env, student } from '../browser/support/site.mjs'
import { logIn } from '../journeys/account_steps.mjs'

after(closeBrowser)

test('the to-do page has its picture taken', async () => {
  const me = { ...(await visitor({ language: 'zh-TW' })), name: 'sitter', step: 0 }
  await logIn(me, { login: 'wu.junjie', password: 'Mountain-7-river' })
  await me.page.setViewportSize({ width: 1080, height: 720 })
  await me.page.goto(student('/todo'))
  await picture(me.page, 'todo')

  const phone = await (await browser()).newContext({
    baseURL: env.BASE_URL,
    viewport: { width: 390, height: 800 },
    storageState: await me.context.storageState(),
    locale: 'zh-TW',
  })
  const page = await phone.newPage()
  await page.goto(student('/todo'))
  await picture(page, 'todo-phone')
})
