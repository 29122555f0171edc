// The papers as pdf.js reads them, which is how Firefox shows them: titles and numbers whole, and all
// text in the order of the structure.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { browser, closeBrowser } from './support/browser.mjs'
import { root } from './support/site.mjs'

const SITE = 'http://papers.test'
const READER = `${root}tests/browser/node_modules/pdfjs-dist/build/`
const folder = mkdtempSync(`${tmpdir()}/papers-`)
let page

before(async () => {
  const build = process.env.SERVE_BUILD ?? `${root}build/serve`
  execFileSync(`${build}/tests/draw_papers`, [folder])
  page = await (await browser()).newPage()
  const answer = (route, body, contentType) => route.fulfill({ body, contentType })
  await page.route(`${SITE}/*`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return answer(route, '<!DOCTYPE html><title>Papers</title>', 'text/html')
    if (name.endsWith('.pdf')) {
      return answer(route, readFileSync(`${folder}/${name}`), 'application/pdf')
    }
    return answer(route, readFileSync(READER + name), 'text/javascript')
  })
  await page.goto(`${SITE}/`)
})

after(async () => {
  await closeBrowser()
  rmSync(folder, { recursive: true })
})

// Of each page of a paper: its text as it comes, that of its structure, and how often each role is
// there. Text of a structure is found by the names of the pieces of content.
function read(paper) {
  return page.evaluate(async (address) => {
    const reader = await import('/pdf.min.mjs')
    reader.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs'
    const file = await reader.getDocument({ url: address, useSystemFonts: false }).promise
    const pages = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const one = await file.getPage(number)
      const { items } = await one.getTextContent({ includeMarkedContent: true })
      const pieces = {}
      const open = []
      let text = ''
      for (const item of items) {
        if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? item.tag)
        else if (item.type === 'endMarkedContent') open.pop()
        else {
          text += item.str + (item.hasEOL ? '\n' : '')
          const piece = open.at(-1) ?? 'none'
          pieces[piece] = (pieces[piece] ?? '') + item.str
        }
      }
      const roles = {}
      const languages = new Set()
      let structured = ''
      const walk = (node) => {
        if (node.type === 'content') {
          structured += pieces[node.id] ?? ''
          delete pieces[node.id]
        }
        if (node.role) roles[node.role] = (roles[node.role] ?? 0) + 1
        if (node.lang) languages.add(node.lang)
        for (const kid of node.children ?? []) walk(kid)
      }
      walk(await one.getStructTree())
      pages.push({ text, structured, roles, languages: [...languages], left: pieces })
    }
    return pages
  }, `${SITE}/${paper}.pdf`)
}

const WHOLE = {
  permit: ['中華民國內政部移民署', '中華民國臺灣地區入出境許可證', '115695200123',
    'EXIT & ENTRY PERMIT TAIWAN REPUBLIC OF CHINA', '大陸地區人民'],
  receipt: ['電子收據', 'OFFICIAL RECEIPT', '115-0000012'],
  slip: ['內政部移民署繳費單', '1509206II', '1385086952001009', 'No: 1385086952001009'],
  'slip-account': ['內政部移民署繳費單', 'No: 1385086952001009'],
  application: ['陸生換發多次證申請', '115695200123'],
}

for (const [paper, texts] of Object.entries(WHOLE)) {
  test(`the ${paper} reads whole and in order`, async () => {
    const pages = await read(paper)
    for (const text of texts) assert.ok(pages[0].text.includes(text), `${text}\n${pages[0].text}`)
    for (const one of pages) {
      // Content of no element is the foot of a page alone.
      const rest = Object.entries(one.left).filter(([, text]) => text.trim())
      assert.ok(rest.every(([piece]) => piece === 'Artifact'), JSON.stringify(rest))
      assert.ok(one.roles.Table >= 1 && one.roles.TR >= 2, JSON.stringify(one.roles))
      const read = one.structured + (one.left.Artifact ?? '')
      const sorted = (text) => [...text.replace(/\s/g, '')].sort().join('')
      assert.equal(sorted(read), sorted(one.text))
    }
    for (const text of texts) assert.ok(pages[0].structured.includes(text), pages[0].structured)
    if (paper !== 'application') assert.deepEqual(pages[0].languages, ['en'])
  })
}
