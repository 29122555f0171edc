// Coming in and going out: portal, registration, activation, login, logout.

import assert from 'node:assert/strict'
import { address, student } from '../browser/support/site.mjs'
import { linkIn, mailBy, mailTo } from '../browser/support/mailbox.mjs'
import { answer, look, press, says } from './steps.mjs'

// With an English visitor every address asks for English once; the cookie keeps it.
export async function arrive(visitor) {
  const { page, language } = visitor
  visitor.step = 0
  await page.goto(address('/student/entry') + (language === 'en' ? '?lang=en' : '?lang=zh-TW'))
  await look(visitor, 'portal')
  await page.locator('main a[href$="/student/entry/china-student"]').first().click()
  await page.waitForLoadState()
  await look(visitor, 'introduction')
  await page.locator('main a[href$="/individual/login"]').last().click()
  await page.waitForLoadState()
  await look(visitor, 'login')
}

const BASIC_DATA = ['chinese_name', 'surname', 'given_name', 'mainland_id', 'birthplace',
  'birth_date', 'sex', 'travel_permit', 'phone', 'email']

export async function register(visitor, person) {
  const { page } = visitor
  await page.locator('main a[href$="/register"]').first().click()
  await page.waitForLoadState()
  for (const name of BASIC_DATA) await answer(page, name, person[name])
  await answer(page, 'login_name', person.login)
  await answer(page, 'password', person.password)
  await answer(page, 'password_again', person.password)
  await look(visitor, 'registration')
  await press(page)
  await says(page, visitor.language === 'en' ? /registration|registered/i : '註冊成功,請至Email認證啟用!')
  await look(visitor, 'registered')
}

export async function activate(visitor, person) {
  const { page } = visitor
  const mail = await mailTo(person.email, /activate\//)
  assert.ok(mail.html, 'the mail has an HTML part')
  await page.goto(linkIn(mail, /\/activate\//))
  await look(visitor, 'activation')
  await press(page)
  assert.match(page.url(), /\/individual\/login/)
  await look(visitor, 'activated')
}

export async function logIn(visitor, person) {
  await tryToLogIn(visitor, person)
  await visitor.page.waitForURL(/\/todo/)
  await look(visitor, 'todo')
}

// Up to the answer, whatever it is.
export async function tryToLogIn(visitor, person) {
  await visitor.page.goto(student('/login'))
  await passLogin(visitor, person)
}

// The same on a login page that is open already.
export async function passLogin(visitor, person) {
  const { page, scripts } = visitor
  if (scripts) {
    await answer(page, 'login_name', person.login)
    await answer(page, 'password', person.password)
    await page.locator('[data-proof-start]').click()
    await page.locator('[data-proof-done]:not([hidden])').waitFor()
  } else {
    await askForCode(visitor, person)
    await answer(page, 'login_name', person.login)
    await answer(page, 'password', person.password)
  }
  await look(visitor, 'login-filled')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await press(page)
  await answered
  await page.waitForLoadState()
}

// Enters another mailbox on the page of the basic data: the password is asked for at the second press.
export async function enterMailbox(page, mailbox, password) {
  await answer(page, 'email', mailbox)
  await press(page)
  await page.locator('[name=present_password]').waitFor()
  await answer(page, 'present_password', password)
  await press(page)
}

async function askForCode(visitor, person) {
  const { page } = visitor
  await page.locator('main a[href*="/login-code"]').click()
  await page.waitForLoadState()
  await answer(page, 'login_name', person.login)
  const mail = await mailBy(() => press(page), person.email, /一次性登入碼|one-time code/i)
  await answer(page, 'code', /\b\d{8}\b/.exec(mail.text)[0])
}

export async function logOut(visitor) {
  const { page } = visitor
  await page.locator('form[action$="/logout"] button').first().click()
  await page.waitForURL(/\/individual\/login/)
}
