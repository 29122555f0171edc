// The page works without any of this; each module improves what it finds on the page.
import { Button, ErrorSummary, SkipLink, Tabs } from 'govuk-frontend'
import { leadBack } from './back.mjs'
import { offerCameras } from './camera.mjs'
import { helpWithCaptcha } from './captcha.mjs'
import { showConditions } from './conditions.mjs'
import { guardConsent } from './consent.mjs'
import { offerCopies } from './copy.mjs'
import { showCrops } from './crop.mjs'
import { guardForms } from './double_send.mjs'
import { forward } from './forward.mjs'
import { warnBeforeLogout } from './idle.mjs'
import { keepForms } from './keep.mjs'
import { keepTyped } from './languages.mjs'
import { closeMenus } from './menu.mjs'
import { openWhereWide } from './open_wide.mjs'
import { offerPasskeys } from './passkeys.mjs'
import { offerTickAll } from './tick_all.mjs'
import { showUploads } from './uploads.mjs'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

// A part that takes the place of another is improved as well.
function improve (part) {
  start(part, ErrorSummary, 'govuk-error-summary')
  start(part, Button, 'govuk-button')
  start(part, Tabs, 'govuk-tabs')
  guardConsent(part)
  showConditions(part)
  showCrops(part)
  offerCameras(part)
  showUploads(part, improve)
  keepForms(part)
}

function start (part, Component, name) {
  for (const element of part.querySelectorAll(`[data-module="${name}"]`)) {
    new Component(element)
  }
}

start(document, SkipLink, 'govuk-skip-link')
improve(document)
closeMenus(document)
helpWithCaptcha(document)
guardForms(document)
warnBeforeLogout(document)
offerTickAll(document)
offerCopies(document)
offerPasskeys(document)
openWhereWide(document)
leadBack(document)
keepTyped(document)
forward(document)
