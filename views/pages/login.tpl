{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – individual application]]</p>
<h1 class="govuk-heading-l">[[Log in to your account]]</h1>
{{#REGISTERED}}
<div class="govuk-inset-text" data-registered>
{{#MAILBOX}}<p class="govuk-body">[[We have sent an email to {{VALUE}}. Open the link in it within 24 hours to activate your account.]]</p>
{{/MAILBOX}}{{#NO_MAILBOX}}<p class="govuk-body">[[Open the link in our email within 24 hours to activate your account.]]</p>
{{/NO_MAILBOX}}<p class="govuk-body"><strong>[[If nothing arrives within 10 minutes]]</strong></p>
<ul class="govuk-list govuk-list--bullet">
<li>[[Look in your spam or junk folder.]]</li>
<li>[[Check the address. If it is wrong, register again with the right one. This replaces your first registration.]] <a class="govuk-link" href="{{STUDENT}}/register">[[Register again]]</a></li>
<li>[[If the address is right, ask us to send the email again.]] <a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation email]]</a></li>
<li>[[If it still does not arrive, call the helpdesk on 02-27967162, Monday to Friday, 08:30 to 19:00.]]</li>
</ul>
</div>
{{/REGISTERED}}
{{#NOT_ACTIVATED}}
<div class="warn-box">
<p>[[Open the link in the email we sent you, or ask for a new one.]]</p>
<p><a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation email]]</a></p>
</div>
{{/NOT_ACTIVATED}}
{{#OTHER_SITE}}
<div class="warn-box">
<p><a class="govuk-link" href="{{ADDRESS}}">[[Go to the service for {{STUDENTS}}]]</a></p>
</div>
{{/OTHER_SITE}}
<form method="post" action="{{STUDENT}}/login" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">[[button|Log in]]</button>
{{#RETURN_PATH}}<input type="hidden" name="next" value="{{VALUE}}">{{/RETURN_PATH}}
{{>LOGIN_NAME}}
{{>PASSWORD}}
<p class="field-aside"><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Forgotten your password?]]</a></p>
{{#PICTURE}}
<input type="hidden" name="captcha_id" value="{{CAPTCHA_ID}}">
<input type="hidden" name="proof" value="">
<div class="captcha" data-captcha data-bits="{{WORK_BITS}}">
<div class="captcha-picture">
<img src="{{STUDENT}}/captcha/{{CAPTCHA_ID}}" width="276" height="92" alt="[[Image of the verification code]]">
<button type="submit" class="link-button" name="do" value="next-picture" data-next-picture formnovalidate>[[Show a different image]]</button>
</div>
{{>CAPTCHA}}
<div class="captcha-other">
<p class="captcha-other-title">[[Cannot read it? You can log in without the image:]]</p>
<ul>
<li data-proof-offer hidden><button type="button" class="link-button" data-proof-start>[[Let your browser do a short calculation instead]]</button></li>
<li><a class="govuk-link" href="{{STUDENT}}/login-code{{#RETURN_PATH}}?next={{VALUE}}{{/RETURN_PATH}}">[[Get a one-time code by email]]</a></li>
</ul>
<p class="captcha-done" data-proof-done role="status" hidden>[[Done. You do not need to enter the verification code.]]</p>
<p class="captcha-done" data-proof-busy role="status" hidden>[[Calculating…]]</p>
</div>
</div>
{{/PICTURE}}
{{#MAILED_CODE}}
<input type="hidden" name="with_code" value="yes">
{{>CODE}}
<p class="field-aside"><a class="govuk-link" href="{{STUDENT}}/login-code{{#RETURN_PATH}}?next={{VALUE}}{{/RETURN_PATH}}">[[Send another code]]</a> · <a class="govuk-link" href="{{STUDENT}}/login{{#RETURN_PATH}}?next={{VALUE}}{{/RETURN_PATH}}">[[Use the image instead]]</a></p>
{{/MAILED_CODE}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Log in]]</button>
<a class="govuk-button govuk-button--secondary" href="{{STUDENT}}/register">[[Register an account]]</a>
</div>
</form>
<form class="passkey-login" method="post" action="{{STUDENT}}/login/passkey" data-passkey-login data-challenge="{{STUDENT}}/passkey-challenge" hidden>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#RETURN_PATH}}<input type="hidden" name="next" value="{{VALUE}}">{{/RETURN_PATH}}
<input type="hidden" name="credential" value="">
<input type="hidden" name="client_data" value="">
<input type="hidden" name="authenticator_data" value="">
<input type="hidden" name="signature" value="">
<input type="hidden" name="user_handle" value="">
<p class="govuk-body">[[If you have added a passkey to your account, you can log in with your fingerprint, face or screen lock instead of your password and the verification code.]]</p>
<p class="govuk-error-message" role="alert" data-passkey-failed hidden>[[Your browser did not offer a passkey. Try again, or log in with your username and password.]]</p>
<button type="submit" class="govuk-button govuk-button--secondary">[[button|Log in with a passkey]]</button>
</form>
<section class="notes" aria-labelledby="notes-title">
<h2 id="notes-title">[[Notes]]</h2>
<ul>
<li>[[If this is your first time using this system, register an account with your correct details, then activate it from the email we send you.]]</li>
<li>[[Use this system to exchange a single-entry permit for a multiple-entry permit, to extend a multiple-entry permit, or to change the information on it.]]</li>
<li>[[After several failed attempts to log in, your account will be locked for a while.]]</li>
</ul>
</section>
