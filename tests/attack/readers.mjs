// Four visitors who read the login page and, logged in, the to-do page, one page after the other, until
// a message comes. They are a thread of their own: what the attacker's work costs the attacker is not
// measured as their wait. Says 'page' for each page, then the milliseconds that each took.

import assert from 'node:assert/strict'
import { parentPort, workerData } from 'node:worker_threads'

const { name, login, todo, cookie } = workerData

const took = []
let over = false
parentPort.once('message', () => (over = true))

await Promise.all(Array.from({ length: 4 }, async (_, each) => {
  while (!over) {
    const start = performance.now()
    const answer = await fetch(each % 2 ? todo : login, { headers: { cookie: each % 2 ? cookie : '' } })
    const page = await answer.text()
    assert.equal(answer.status, 200, `${name}: a page is answered`)
    assert.match(page, /<h1/)
    took.push(performance.now() - start)
    parentPort.postMessage('page')
  }
}))
parentPort.postMessage(took)
