// A student takes out what is stored about them.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, test } from 'node:test'
import { closeBrowser, visitor } from '../browser/support/browser.mjs'
import { student } from '../browser/support/site.mjs'
import { logIn } from './account_steps.mjs'
import { chooseFromMenu, look, press, says, takeStep } from './steps.mjs'
import { accountHolder } from './people.mjs'

after(closeBrowser)

const WALKS = [
  { name: 'my-data-phone', login: 'zhou.siqi', language: 'zh-TW', width: 390 },
  { name: 'my-data-no-script', login: 'wu.junjie', language: 'en', scripts: false },
]
const COPIES_A_DAY = 3

// An entry's bytes, or the names of all entries.
function inArchive(file, entry) {
  const program = 'import sys, zipfile\n' +
    'z = zipfile.ZipFile(sys.argv[1])\n' +
    'assert z.testzip() is None\n' +
    "sys.stdout.buffer.write(z.read(sys.argv[2]) if len(sys.argv) > 2 else '\\n'.join(z.namelist()).encode())"
  return execFileSync('/usr/bin/python3', ['-c', program, file, ...(entry ? [entry] : [])])
}

for (const { name, login, ...ways } of WALKS) {
  test(`a student takes out their data: ${name}`, async () => {
    const person = accountHolder(login)
    const me = { ...(await visitor(ways)), name, step: 0 }
    const { page } = me
    const chinese = me.language !== 'en'
    const step = (what, work) => takeStep(me, what, work)

    async function download() {
      const [file] = await Promise.all([
        page.waitForEvent('download'), page.locator('main form .govuk-button').click()])
      assert.match(file.suggestedFilename(), /^my-data-\d{8}\.zip$/)
      return file.path()
    }

    await step(`${person.chinese_name} finds the page by the basic data`, async () => {
      await logIn(me, person)
      await chooseFromMenu(me, '/basic-data')
      await look(me, 'basic-data')
      await page.locator('main a[href$="/my-data"]').click()
      await page.waitForURL(/\/my-data$/)
      await look(me, 'my-data')
    })
    await step('downloads the archive', async () => {
      const file = await download()
      const names = inArchive(file).toString().split('\n')
      assert.ok(names.includes('README.txt') && names.includes('data.json'), names.join(' '))
      const data = JSON.parse(inArchive(file, 'data.json'))
      assert.equal(data.accounts[0].login_name, login)
      assert.equal(data.register[0].chinese_name, person.chinese_name)
      for (const table of ['files', 'permits', 'receipts']) {
        for (const { path_in_archive: path } of data[table]) {
          assert.ok(path === null || names.includes(path), `${path} is not there`)
        }
      }
      const readme = inArchive(file, 'README.txt').toString()
      assert.match(readme, /您的個人資料/)
      assert.match(readme, /your data/)
    })
    await step('comes too often', async () => {
      for (let i = 1; i < COPIES_A_DAY; ++i) {
        await page.goto(student('/my-data'))
        await download()
      }
      await page.goto(student('/my-data'))
      await press(page)
      await says(page, chinese ? '您今日的下載次數已達上限' : /the maximum number of times for today/)
      await look(me, 'used-up')
    })
    assert.deepEqual(me.complaints.filter((one) => !/status of 429/.test(one)), [])
  })
}
