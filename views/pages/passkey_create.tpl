{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Create a passkey]]</h1>
<p class="govuk-body">[[Select the button. Your browser will ask for your fingerprint, face or screen lock. You have 5 minutes.]]</p>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Passkey name]]</dt><dd class="govuk-summary-list__value">{{NAME}}</dd></div>
</dl>
<form method="post" action="{{STUDENT}}/passkeys" data-passkey-create data-challenge="{{CHALLENGE}}" data-user="{{USER_HANDLE}}" data-login="{{LOGIN_NAME}}" data-display="{{DISPLAY_NAME}}" data-known="{{KNOWN}}" data-site="[[short name|Students Online Application System]]">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="passkey_name" value="{{NAME}}">
<input type="hidden" name="client_data" value="">
<input type="hidden" name="authenticator_data" value="">
<p class="govuk-error-message" role="alert" data-passkey-failed hidden>[[Your browser did not create a passkey. Try again, or go back.]]</p>
<p class="govuk-error-message" role="alert" data-passkey-known hidden>[[This device already has a passkey for your account.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Create a passkey]]</button>
<a class="govuk-link" href="{{STUDENT}}/passkeys">[[Back to the passkeys]]</a>
</div>
</form>
