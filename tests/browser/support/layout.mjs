// What is wrong with the way a page is laid out: text out of its box, words broken inside, letters
// too small to read, controls too small to hit.

const SMALLEST_TEXT = 12 // CSS pixels
const SMALLEST_CONTROL = 24 // WCAG 2.2, 2.5.8

// One line a trouble, with the element and its text.
export async function badLayout(page) {
  return page.evaluate(judge, { SMALLEST_TEXT, SMALLEST_CONTROL })
}

/* Runs in the page. */

function judge({ SMALLEST_TEXT, SMALLEST_CONTROL }) {
  const troubles = new Set()
  const name = (element) => `${element.localName}${element.id ? `#${element.id}` : ''}` +
    [...element.classList].map((part) => `.${part}`).join('') +
    ` "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}"`
  const note = (what, element) => troubles.add(`${what}: ${name(element)}`)

  const isShown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    // For those who listen alone: one pixel of it is left.
    for (let part = element; part; part = part.parentElement) {
      const { width, height } = part.getBoundingClientRect()
      if (getComputedStyle(part).overflow === 'hidden' && width <= 1 && height <= 1) return false
    }
    return true
  }
  const boxOf = (element) => {
    let part = element
    while (getComputedStyle(part).display.startsWith('inline') &&
      getComputedStyle(part).display !== 'inline-block') part = part.parentElement
    return part
  }
  const linesOf = (range) => {
    const lines = []
    for (const { top, bottom, width } of range.getClientRects()) {
      if (width > 0 && !lines.some((line) => top < line.bottom - 2 && bottom > line.top + 2)) {
        lines.push({ top, bottom })
      }
    }
    return lines.length
  }

  const within = (range, element) => {
    const box = boxOf(element)
    const { left, right } = box.getBoundingClientRect()
    if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(box).overflowX)) return
    for (const rect of range.getClientRects()) {
      if (rect.width > 0 && (rect.right > right + 1 || rect.left < left - 1)) {
        note('text out of its box', element)
        return
      }
    }
  }

  // A word may be cut where a line may end: after a hyphen, within an address or a name of a file.
  const WORD = /[A-Za-z]{2,}|\d{2,}/g
  const isLong = (text, at, length) => {
    const from = text.lastIndexOf(' ', at) + 1
    const to = text.indexOf(' ', at + length)
    const whole = text.slice(from, to < 0 ? undefined : to)
    return whole.length > 24 || /[@/\\_]|\w\.\w/.test(whole)
  }
  const broken = (node, element) => {
    const text = node.data
    const range = document.createRange()
    for (const match of text.matchAll(WORD)) {
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      if (linesOf(range) > 1 && !isLong(text, match.index, match[0].length)) {
        note(`the word ${match[0]} is broken`, element)
      }
    }
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)) continue
    if (!isShown(element)) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size === 0) continue
    if (size < SMALLEST_TEXT) note(`text of ${size} pixels`, element)
    const range = document.createRange()
    range.selectNodeContents(node)
    within(range, element)
    broken(node, element)
    const length = [...node.data.trim()].length
    if (length >= 4 && linesOf(range) > length / 2) note('hardly a character a line', element)
  }

  for (const element of document.querySelectorAll('body *')) {
    const parent = element.parentElement
    if (element.closest('svg') !== null && element.localName !== 'svg') continue
    if (!isShown(element) || ['absolute', 'fixed'].includes(getComputedStyle(element).position)) continue
    if (getComputedStyle(element).display === 'contents') continue
    const box = element.getBoundingClientRect()
    const around = parent.getBoundingClientRect()
    if (box.width <= 1 || getComputedStyle(parent).display.startsWith('inline')) continue
    if (getComputedStyle(parent).overflowX !== 'visible') continue
    // A box that is meant to be wider than its parent says so by a margin below zero.
    const { marginLeft, marginRight } = getComputedStyle(element)
    const out = (by, margin) => by > 1 - Math.min(0, parseFloat(margin))
    if (out(box.right - around.right, marginRight) || out(around.left - box.left, marginLeft)) {
      note(`out of ${parent.localName}.${parent.className}`, element)
    }
  }

  for (const element of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, .govuk-button')) {
    if (!isShown(element) || element.tabIndex < 0) continue
    const { width, height } = element.getBoundingClientRect()
    const label = element.labels?.[0]?.getBoundingClientRect()
    const large = (w, h) => w >= SMALLEST_CONTROL - 0.5 && h >= SMALLEST_CONTROL - 0.5
    if (!large(width, height) && !(label && large(label.width, label.height))) {
      note(`a control of ${Math.round(width)} x ${Math.round(height)}`, element)
    }
  }
  return [...troubles].slice(0, 20)
}
