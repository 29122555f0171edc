// The running site as a test sees it from outside: its addresses, its operators' command, its
// database, its processes. Everything comes from the serve.env that ./serve wrote.

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export function readEnv(file) {
  // The shell that would source it reads it, so that its quoting is right.
  const text = execFileSync('/bin/bash', ['-c', 'set -a; source "$1"; env -0', 'bash', file], {
    env: {},
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'], // with a socket as its input, bash would read ~/.bashrc
  })
  return Object.fromEntries(
    text
      .split('\0')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

export const env = process.env.SERVE_ENV ? readEnv(process.env.SERVE_ENV) : {}

export const root = new URL('../../../', import.meta.url).pathname
export const artefacts = process.env.ARTEFACTS ?? `${root}build/artefacts`

export const address = (path) => `${env.BASE_URL}/coa-frontend${path}`
export const student = (path) => address(`/china-student/individual${path}`)

// Runs permitctl; throws with its words when it fails, unless its code is asked for.
export function permitctl(...parts) {
  return execFileSync('/bin/bash', ['-c', `${env.PERMITCTL} "$@"`, 'permitctl', ...parts], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

// Rows as objects of strings; NULL is null.
export function sql(statement) {
  const text = execFileSync(
    'mariadb',
    ['--no-defaults', `--socket=${env.DB_SOCKET}`, `--user=${env.DB_USER}`, '--batch',
      '--default-character-set=utf8mb4', env.DB_NAME, `--execute=${statement}`],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const [head, ...lines] = text.split('\n').slice(0, -1)
  if (head === undefined) return []
  const names = head.split('\t')
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((value, at) => [names[at], value === 'NULL' ? null : value])))
}

// Tables whose rows come and go with the clock, the visitor and the timers' jobs, not with what a
// person did.
const NOISE = ['session', 'rate_counter', 'captcha', 'schema_migration', 'usual_time',
  'audit_seal', 'state_stay', 'state_stay_progress', 'receipt_check', 'revocation_list']

// What the mailer notes while it works: when it gets there is not the person's doing.
const MAILERS = ['state', 'attempts', 'due_at', 'claimed_by', 'claimed_until', 'sent_at', 'last_error',
  'text_body', 'html_body', 'calendar']

// What happened to the rows of every table since it was made or last asked, for instance
// { outbox: '+1', account: '~1 state' }: rows added, changed (and in which columns), removed.
export class RowWatch {
  #tables
  #before

  constructor(noise = NOISE) {
    const columns = sql(
      "SELECT table_name AS 'table', column_name AS 'column', column_key AS 'key' " +
      'FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position')
    this.#tables = new Map()
    for (const { table, column, key } of columns) {
      if (noise.includes(table) || (table === 'outbox' && MAILERS.includes(column))) continue
      const entry = this.#tables.get(table) ?? { keys: [], columns: [] }
      entry.columns.push(column)
      if (key === 'PRI') entry.keys.push(column)
      this.#tables.set(table, entry)
    }
    this.#before = this.#read()
  }

  #read() {
    const parts = [...this.#tables].map(([table, { keys, columns }]) => {
      const key = keys.map((name) => `HEX(\`${name}\`)`).join(", '/', ")
      const sums = columns.map((name) => `COALESCE(MD5(\`${name}\`), '-')`).join(", ' ', ")
      return `SELECT '${table}' AS t, CONCAT(${key}) AS k, CONCAT(${sums}) AS s FROM \`${table}\``
    })
    const rows = new Map([...this.#tables.keys()].map((table) => [table, new Map()]))
    for (const { t, k, s } of sql(parts.join(' UNION ALL '))) rows.get(t).set(k, s)
    return rows
  }

  changes() {
    const now = this.#read()
    const said = {}
    for (const [table, { columns }] of this.#tables) {
      const before = this.#before.get(table)
      const after = now.get(table)
      const words = []
      const added = [...after.keys()].filter((key) => !before.has(key)).length
      const removed = [...before.keys()].filter((key) => !after.has(key)).length
      const changed = [...after].filter(([key, sums]) => before.has(key) && before.get(key) !== sums)
      if (added) words.push(`+${added}`)
      if (removed) words.push(`-${removed}`)
      if (changed.length) {
        const touched = new Set()
        for (const [key, sums] of changed) {
          const old = before.get(key).split(' ')
          sums.split(' ').forEach((sum, at) => sum !== old[at] && touched.add(columns[at]))
        }
        words.push(`~${changed.length} ${columns.filter((name) => touched.has(name)).join(',')}`)
      }
      if (words.length) said[table] = words.join(' ')
    }
    this.#before = now
    return said
  }
}

export async function until(what, attempt, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const value = await attempt()
    if (value) return value
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

// Processes whose command line matches, started (at any distance) by this ./serve.
export function processes(pattern) {
  const all = new Map()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(/\) . (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))[1])
      const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      all.set(Number(name), { pid: Number(name), parent, args })
    } catch {
      // It ended while we looked.
    }
  }
  const ours = (entry) =>
    entry && (entry.parent === Number(env.PID) || ours(all.get(entry.parent)))
  return [...all.values()].filter((entry) => pattern.test(entry.args) && ours(entry))
}

// The workers of every pool that read the settings before leave; whoever asks then is answered by new
// ones.
export async function replaceWorkers() {
  const masters = processes(/permit-web/).filter(({ parent }) => parent === Number(env.PID))
    .map(({ pid }) => pid)
  const workers = () => processes(/permit-web/).filter(({ parent }) => masters.includes(parent))
    .map(({ pid }) => pid)
  const old = workers()
  for (const master of masters) process.kill(master, 'SIGHUP')
  await until('the old workers to leave', () => workers().every((pid) => !old.includes(pid)))
}
