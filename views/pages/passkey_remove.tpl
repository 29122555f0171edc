{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Remove the passkey?]]</h1>
<p class="govuk-body">[[You will no longer be able to log in with this passkey. You can log in with your password or another passkey. Your device or password manager may still list the passkey, so delete it there too.]]</p>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Passkey name]]</dt><dd class="govuk-summary-list__value">{{NAME}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Time added]]</dt><dd class="govuk-summary-list__value">{{SINCE}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Last used]]</dt><dd class="govuk-summary-list__value">{{LAST_USED}}</dd></div>
</dl>
<form method="post" action="{{STUDENT}}/passkeys/{{ID}}/remove">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<div class="govuk-button-group">
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true">[[button|Remove the passkey]]</button>
<a class="govuk-link" href="{{STUDENT}}/passkeys">[[Back to the passkeys]]</a>
</div>
</form>
