// Every mail in both languages as HTML, as wide as two phones and a desk: nothing out of its box, no
// word broken, no letter too small. Leaves pictures of a phone's width in build/artefacts/mails.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import { browser, closeBrowser, overflow } from './support/browser.mjs'
import { badLayout } from './support/layout.mjs'
import { broken } from './support/pages.mjs'
import { root } from './support/site.mjs'

const folder = mkdtempSync(`${tmpdir()}/permit-mails-`)
const pictures = `${root}build/artefacts/mails`
mkdirSync(pictures, { recursive: true })

after(closeBrowser)
after(() => rmSync(folder, { recursive: true }))

execFileSync(`${process.env.SERVE_BUILD}/tests/views_tests`,
  ['--gtest_brief=1', '--gtest_filter=EveryMail.CanBeLookedAt'],
  { stdio: 'ignore', env: { ...process.env, MAILS_FOLDER: folder } })
const mails = readdirSync(folder).sort()

test('there are mails of each kind in both languages', () => {
  assert.ok(mails.length >= 60, `${mails.length} mails`)
  assert.equal(mails.filter((name) => name.endsWith(' en.html')).length, mails.length / 2)
})

for (const name of mails) {
  test(name.replace('.html', ''), async () => {
    const page = await (await browser()).newPage()
    const troubles = []
    await page.setContent(readFileSync(`${folder}/${name}`, 'utf8'))
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      troubles.push(...await overflow(page), ...await badLayout(page))
      if (width !== 390) continue
      await page.screenshot({ fullPage: true, path: `${pictures}/${name.replace('.html', '.png').replaceAll(' ', '_')}` })
    }
    // A mail has no landmarks: the reader's program is around it.
    troubles.push(...(await broken(page)).filter((line) => !/^(region|landmark)/.test(line)))
    assert.deepEqual(troubles, [])
    await page.close()
  })
}
