// The code by which ./serve starts its programs again, on stand-ins that cost nothing: however many
// end at the same moment, each comes back.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { until } from '../browser/support/site.mjs'

const root = new URL('../../', import.meta.url).pathname
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

// Each stand-in notes its process number before it becomes `sleep`; `hopeless` ends at birth.
const SUPERVISOR = `
  set -euo pipefail
  set -m
  cd "$1"
  log=$2
  source tests/support/steps.sh
  source tests/support/supervise.sh
  born() { local time && read_time && echo "$BASHPID $time" >>"$log/$1.births"; }
  for name in ${NAMES.join(' ')}; do
    eval "run_$name() { born $name; exec_child sleep infinity; }"
  done
  run_hopeless() { born hopeless; exit 3; }
  trap 'exit 0' TERM
  trap 'stop_programs ${NAMES.join(' ')} 2>/dev/null' EXIT
  eval "$3"
  watch_programs`

class Supervisor {
  constructor(t, before) {
    this.log = mkdtempSync(`${tmpdir()}/permit-supervise-`)
    this.words = ''
    this.child = spawn('setpriv', ['--pdeathsig', 'TERM', '--',
      '/bin/bash', '-c', SUPERVISOR, 'supervise', root, this.log, before],
    { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (text) => (this.words += text))
    }
    this.ended = new Promise((resolve) => this.child.on('close', resolve))
    t.after(async () => {
      this.child.kill('SIGTERM')
      await this.ended
      rmSync(this.log, { recursive: true })
    })
  }

  // [{ pid, at }] of the times that a program was started, `at` in hundredths of a second.
  births(name) {
    const file = `${this.log}/${name}.births`
    if (!existsSync(file)) return []
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
      .map((line) => line.split(' ').map(Number))
      .map(([pid, at]) => ({ pid, at }))
  }

  async bornTimes(name, times) {
    await until(`${name} to be started ${times} times (${this.words})`,
      () => this.births(name).length >= times)
    assert.equal(this.births(name).length, times, `${name} is started once for each end`)
  }

  killAtOnce(names) {
    const pids = names.map((name) => this.births(name).at(-1).pid)
    for (const pid of pids) process.kill(pid, 'SIGKILL')
  }
}

const startAll = NAMES.map((name) => `start ${name}`).join('; ')

test('two and three that are killed at once all come back, fifty times', async (t) => {
  const site = new Supervisor(t, `old_enough=0; ${startAll}`)
  const times = Object.fromEntries(NAMES.map((name) => [name, 1]))
  for (const name of NAMES) await site.bornTimes(name, 1)
  for (let round = 0; round < 50; ++round) {
    const victims = [0, 1, 2].slice(0, 2 + round % 2)
      .map((at) => NAMES[(round + at * 2) % NAMES.length])
    site.killAtOnce(victims)
    for (const name of victims) await site.bornTimes(name, ++times[name])
  }
  for (const name of NAMES) await site.bornTimes(name, times[name])
  const deaths = NAMES.reduce((sum, name) => sum + times[name] - 1, 0)
  assert.equal(deaths, 125)
  await until('each end to be said', () => site.words.match(/ended with code 137/g)?.length === deaths)
})

test('one that ends at birth again and again is started ever less often', async (t) => {
  const site = new Supervisor(t, 'start hopeless')
  await until('four more births', () => site.births('hopeless').length >= 5)
  const births = site.births('hopeless').map(({ at }) => at)
  for (const [index, least] of [10, 20, 40, 80].entries()) {
    assert.ok(births[index + 1] - births[index] >= least, `started at ${births}`)
  }
  assert.match(site.words, /hopeless ended with code 3/)
})

test('one that waits for its next start keeps nobody waiting', async (t) => {
  const site = new Supervisor(t, `longest_pause=360000; pause_of[hopeless]=360000
    start a; start b; start hopeless`)
  await until('the first end', () => /hopeless ended/.test(site.words))
  site.killAtOnce(['a', 'b'])
  await site.bornTimes('a', 2)
  await site.bornTimes('b', 2)
  assert.equal(site.births('hopeless').length, 1)
})
