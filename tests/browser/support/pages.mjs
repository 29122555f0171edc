// What is looked for on a page: by rules (axe-core), by the Tab key, on the wire, in its mark-up.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What breaks the rules of WCAG 2.2, level A and AA, and those that are merely good: one line a
// rule, with the elements.
export async function broken(page) {
  await page.evaluate(axe)
  const violations = await page.evaluate(async (values) => {
    const run = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }
    return (await window.axe.run(document, run)).violations.map(({ id, help, nodes }) =>
      ({ id, help, where: nodes.map(({ target }) => target.join(' ')) }))
  }, RULES)
  return violations.map(({ id, help, where }) => `${id} (${help}): ${where.slice(0, 5).join(', ')}`)
}

// Text that cannot be told from its ground when the reader's screen is 'light' or 'dark'.
export async function contrast(page, colorScheme) {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(axe)
  const nodes = await page.evaluate(async () => {
    const run = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] }
    return (await window.axe.run(document, run)).violations.flatMap(({ nodes }) =>
      nodes.map(({ target, any }) => `${target.join(' ')} ${any[0].data.fgColor} on ${any[0].data.bgColor}`))
  })
  await page.emulateMedia({ colorScheme: null })
  return nodes.slice(0, 5).map((node) => `color-contrast: ${node}`)
}

// Walks the page with the Tab key from its beginning. Says what is not reached, what is reached
// without showing it, and where the way jumps back.
export async function tabWalk(page) {
  const stops = await page.evaluate(prepareWalk)
  await page.evaluate(() => {
    document.activeElement?.blur()
    window.getSelection().removeAllRanges()
    window.scrollTo(0, 0)
  })
  for (let press = 0; press < stops + 3; ++press) await page.keyboard.press('Tab')
  // A link in focus is drawn in another way than one at rest, which is what the next looks at.
  await page.evaluate(() => document.activeElement?.blur())
  return page.evaluate(() => window.tabWalk.judge())
}

/* The two below run in the page. */

function prepareWalk() {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0
  const name = (element) => `${element.localName}${element.id ? `#${element.id}` : ''}` +
    `${element.name ? `[${element.name}]` : ''} ${element.textContent.trim().slice(0, 30)}`
  // What may be drawn around or in place of the element: itself, its label, what holds it.
  const look = (element) => {
    const drawn = [[element, null], [element.parentElement, null]]
    for (const label of element.labels ?? []) drawn.push([label, '::before'], [label, '::after'])
    return drawn.map(([part, pseudo]) => {
      const style = getComputedStyle(part, pseudo)
      return [style.outlineStyle === 'none' ? 'none' : style.outline, style.boxShadow,
        style.backgroundColor, style.border].join('|')
    }).join(' / ')
  }
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, ' +
    'textarea, summary, [tabindex="0"]')]
    .filter((element) => shown(element) && !element.disabled)
    // Tabs that are not chosen are reached with the arrow keys; a button for the Enter key alone is
    // no stop of its own.
    .filter((element) => element.getAttribute('role') !== 'tab' || element.tabIndex === 0)
    .filter((element) => !(element.tabIndex === -1 && element.getAttribute('aria-hidden') === 'true'))
  const before = new Map(all.map((element) => [element, look(element)]))
  const reached = []
  document.addEventListener('focusin', ({ target }) => {
    const box = target.getBoundingClientRect()
    reached.push({ element: target, look: look(target), top: box.top + window.scrollY,
      bottom: box.bottom + window.scrollY, left: box.left, right: box.right })
  })
  window.tabWalk = {
    judge() {
      // Of a group of radio buttons one is a stop.
      const group = (element) => element.type === 'radio' ? `radio ${element.name}` : element
      const met = new Set(reached.map(({ element }) => group(element)))
      const troubles = all.filter((element) => !met.has(group(element)))
        .map((element) => `not reached: ${name(element)}`)
      troubles.push(...all.filter((element) => element.tabIndex > 0)
        .map((element) => `out of order: ${name(element)}`))
      const seen = reached.filter(({ element }, at) => before.has(element) &&
        reached.findIndex((other) => other.element === element) === at)
      // A page that begins elsewhere, at its errors, is walked around.
      const first = seen.findIndex(({ element }) => element === all[0])
      const way = [...seen.slice(first), ...seen.slice(0, Math.max(0, first))]
      for (const [at, { element, look: focused, bottom, left }] of way.entries()) {
        if (before.get(element) === focused) troubles.push(`focus not seen: ${name(element)}`)
        const last = way[at - 1]
        if (!last) continue
        if (last.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) {
          troubles.push(`out of order: ${name(element)}`)
        }
        const bothInMain = last.element.closest('main') && element.closest('main')
        if (bothInMain && bottom < last.top && left < last.right) {
          troubles.push(`jumps up the page: ${name(element)}`)
        }
      }
      return troubles
    },
  }
  return all.length
}

// Whoever is logged in can leave from every page, by POST; to a stranger nothing is offered.
export async function logout(page, isStranger, language) {
  const form = page.locator('header form[action$="/individual/logout"][method=post]')
  if (isStranger) return await form.count() === 0 ? [] : ['offered to a stranger']
  if (await form.count() !== 1) return ['not offered']
  const words = language === 'en' ? 'Log out' : '登出'
  const missing = []
  if (!(await form.getByRole('button', { name: words, exact: true, includeHidden: true }).isVisible())) {
    missing.push(`no button ${words}`)
  }
  if (!(await form.locator('[name=csrf]').inputValue())) missing.push('no form token')
  return missing
}

// Bytes of the page with its styles, scripts and pictures as a first visit fetches them; a
// student's own pictures do not count.
export async function weight(page) {
  return page.evaluate(() => {
    const [own] = performance.getEntriesByType('navigation')
    const parts = performance.getEntriesByType('resource')
      .filter(({ name }) => !name.includes('/files/'))
    return [own, ...parts].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  })
}

// Errors of the mark-up of the saved pages of a folder, one line each; one start for all of them.
export function markupErrors(folder) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar')
  const { stderr, error } = spawnSync(
    'java', ['-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', folder],
    { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw error
  return JSON.parse(stderr).messages.map(({ url, lastLine, message }) =>
    `${basename(url)} line ${lastLine}: ${message}`)
}
