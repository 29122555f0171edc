// What no page needs to be looked at for, done by plain requests with the student's session, the way
// a browser without scripts would do it.

import assert from 'node:assert/strict'
import { student } from '../browser/support/site.mjs'
import { ANSWERS, PAPERS } from './application_steps.mjs'
import { document, portrait } from './documents.mjs'

let files

async function papers() {
  files ??= { photo: await portrait(), paper: await document('證明文件') }
  return files
}

const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]

export class Errands {
  constructor(visitor) {
    this.context = visitor.context
  }

  async get(path) {
    const answer = await this.context.request.get(student(path))
    assert.equal(answer.status(), 200, path)
    return answer.text()
  }

  // Sends the form of a page with these fields; says where it leads.
  async send(page, path, fields, multipart = false) {
    const html = await this.get(page)
    const own = { csrf: hidden(html, 'csrf'), act: hidden(html, 'act') }
    const form = Object.fromEntries(
      Object.entries({ ...own, ...fields }).filter(([, value]) => value !== undefined))
    const answer = await this.context.request.post(
      student(path), { [multipart ? 'multipart' : 'form']: form, maxRedirects: 0 })
    assert.equal(answer.status(), 303, `${path}: ${await answer.text()}`)
    return answer.headers().location.replace(/^.*\/individual/, '')
  }

  // Opens a draft on the permit; says its id.
  async draft(service, permit) {
    const place = await this.send(`/apply/${service}`, `/apply/${service}`, { agreed: 'yes' })
    const made = await this.send(place, `/apply/${service}/permit`,
      { agreed: 'yes', permit_number: permit })
    return made.split('/').at(-1).split(/[?#]/)[0]
  }

  // The same with every answer and every file but those left out.
  async filled(service, permit, answers = ANSWERS, without = []) {
    const { photo, paper } = await papers()
    const id = await this.draft(service, permit)
    const path = `/apply/drafts/${id}`
    const handedIn = Object.fromEntries(Object.keys(PAPERS[service])
      .filter((slot) => !without.includes(slot)).map((slot) => [slot, paper]))
    const there = await this.send(path, path, { do: 'check', ...answers, photo, ...handedIn }, true)
    assert.match(there, /\/check$/)
    return id
  }

  // Applies, all the way; says the receipt number.
  async apply(service, permit, answers) {
    const path = `/apply/drafts/${await this.filled(service, permit, answers)}`
    const there = await this.send(`${path}/check`, `${path}/send`, {})
    return /\d{12}/.exec(there)[0]
  }

  // Answers a return for documents with one more of them: a paper that is there already changes nothing.
  async handInAgain(receipt, slot) {
    const form = `/corrections/${receipt}/form`
    const check = await this.send(form, form, { do: 'check', [slot]: await document('補件文件') }, true)
    await this.send(check, check, {})
  }
}
