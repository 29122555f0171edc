// The page works without any of this; each module improves what it finds on the page.
import { Button, ErrorSummary, SkipLink, Tabs } from 'govuk-frontend'
import { helpWithCaptcha } from './captcha.mjs'
import { showConditions } from './conditions.mjs'
import { guardConsent } from './consent.mjs'
import { guardForms } from './double_send.mjs'
import { warnBeforeLogout } from './idle.mjs'
import { closeMenus } from './menu.mjs'
import { showUploads } from './uploads.mjs'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

function start (Component, name) {
  for (const element of document.querySelectorAll(`[data-module="${name}"]`)) {
    new Component(element)
  }
}

start(ErrorSummary, 'govuk-error-summary')
start(SkipLink, 'govuk-skip-link')
start(Button, 'govuk-button')
start(Tabs, 'govuk-tabs')
closeMenus(document)
helpWithCaptcha(document)
guardForms(document)
guardConsent(document)
showConditions(document)
showUploads(document)
warnBeforeLogout(document)
