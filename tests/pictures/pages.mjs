// The to-do page of a student who has sent one case and been approved, wide and on a phone.

import { after, test } from 'node:test'
import { browser, closeBrowser, picture, visitor } from '../browser/support/browser.mjs'
import { env, permitctl, student } from '../browser/support/site.mjs'
import { activate, applyForExchange, arrive, logIn, register, send } from '../journeys/deeds.mjs'
import { someoneWhoMayExchange } from '../journeys/people.mjs'

after(closeBrowser)

test('the to-do page has its picture taken', async () => {
  const person = someoneWhoMayExchange()
  const me = { ...(await visitor({ language: 'zh-TW' })), name: 'sitter' }
  await arrive(me)
  await register(me, person)
  await activate(me, person)
  await logIn(me, person)
  await applyForExchange(me, person)
  permitctl('case', 'approve', await send(me, person))
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
