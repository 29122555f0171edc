// Starts one ./serve with fresh data, runs the test files given against it, and stops it.
//
// usage: node run.mjs NAME FILE…    NAME names the run's folder of pictures and logs
// SERVE_BUILD names the build folder whose programs are run.

import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'

const root = new URL('../../', import.meta.url).pathname
const [name, ...files] = process.argv.slice(2)
const data = mkdtempSync(`${tmpdir()}/permit-site-`)
const artefacts = `${root}build/artefacts/${name}`
mkdirSync(artefacts, { recursive: true })

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const ended = (child) =>
  new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)))

const output = openSync(`${data}/serve.out`, 'w')
const serve = spawn(
  `${root}serve`, ['--no-install', '--port', await freePort(), '--data', data, '--workers', '2'],
  { stdio: ['ignore', output, output] })
const serveEnded = ended(serve)
let gone = false
serveEnded.then(() => (gone = true))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => serve.kill('SIGTERM'))

while (!existsSync(`${data}/serve.env`) && !gone) await new Promise((done) => setTimeout(done, 50))

let code = 1
if (gone) {
  console.log(readFileSync(`${data}/serve.out`, 'utf8'))
} else {
  const tests = spawn(
    process.execPath,
    ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
    { stdio: 'inherit',
      env: { ...process.env, SERVE_ENV: `${data}/serve.env`, ARTEFACTS: artefacts } })
  code = await Promise.race([ended(tests), serveEnded.then(() => 'the site ended')])
  if (code === 'the site ended') tests.kill()
  serve.kill('SIGTERM')
  await serveEnded
}
if (code !== 0) {
  console.log(readFileSync(`${data}/serve.out`, 'utf8'))
  cpSync(`${data}/log`, `${artefacts}/log`, { recursive: true })
  console.log(`logs: ${artefacts}/log`)
}
rmSync(data, { recursive: true, force: true })
process.exit(code === 0 ? 0 : 1)
