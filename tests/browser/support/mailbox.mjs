// Mails that the sink has taken, read as a person would: subject and text, decoded.

import { readFileSync, readdirSync } from 'node:fs'
import { env, until } from './site.mjs'

const bytes = (text) => Buffer.from(text, 'latin1')

function quotedPrintable(text) {
  return bytes(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
  )
}

function decodeBody(text, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64')
  if (/quoted-printable/i.test(encoding)) return quotedPrintable(text)
  return bytes(text)
}

function decodeWords(text) {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, word) =>
      (/b/i.test(kind)
        ? Buffer.from(word, 'base64')
        : quotedPrintable(word.replaceAll('_', ' '))
      ).toString('latin1'))
}

function parsePart(text) {
  const cut = /\r?\n\r?\n/.exec(text)
  const head = text.slice(0, cut?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ')
  const body = cut ? text.slice(cut.index + cut[0].length) : ''
  const headers = {}
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    if (name) (headers[name.toLowerCase()] ??= []).push(bytes(decodeWords(value)).toString('utf8'))
  }
  return { headers, body }
}

function parts(text) {
  const { headers, body } = parsePart(text)
  const type = headers['content-type']?.[0] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary) {
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => parts(part.replace(/^\r?\n/, '')))
  }
  const content = decodeBody(body, headers['content-transfer-encoding']?.[0] ?? '')
  return [{ type: type.split(';')[0].trim(), content: content.toString('utf8') }]
}

export function parseMail(raw) {
  const text = raw.toString('latin1')
  const { headers } = parsePart(text)
  const found = parts(text)
  const body = (type) => found.find((part) => part.type === type)?.content ?? ''
  return {
    to: headers['x-envelope-to'] ?? [],
    subject: headers.subject?.[0] ?? '',
    headers,
    text: body('text/plain'),
    html: body('text/html'),
    calendar: body('text/calendar'),
  }
}

export function mails(recipient = null) {
  return readdirSync(env.MAIL_DIR)
    .filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
    .sort()
    .map((name) => parseMail(readFileSync(`${env.MAIL_DIR}/${name}`)))
    .filter((mail) => recipient === null || mail.to.includes(recipient))
}

const matching = (recipient, pattern) =>
  mails(recipient).filter((mail) => pattern.test(mail.subject) || pattern.test(mail.text))

// The latest mail to that person whose text or subject matches, once there is one.
export async function mailTo(recipient, pattern, seen = 0) {
  await until(`a mail to ${recipient} that says ${pattern}`,
    () => matching(recipient, pattern).length > seen)
  return matching(recipient, pattern).at(-1)
}

// The mail that an action brings to a person who may have had others like it.
export async function mailBy(action, recipient, pattern) {
  const seen = matching(recipient, pattern).length
  await action()
  return mailTo(recipient, pattern, seen)
}

// The first link in a mail's text that matches.
export function linkIn(mail, pattern) {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((found) => pattern.test(found))
  if (!link) throw new Error(`no link ${pattern} in: ${mail.text}`)
  return link
}
