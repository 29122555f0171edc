{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Send a new activation email]]</h1>
<p class="govuk-body">[[We will send an email to the address you registered. The link in it is valid for 24 hours. Earlier links will no longer work.]]</p>
<form method="post" action="{{STUDENT}}/resend-activation" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{>LOGIN_NAME}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Send]]</button>
<a class="govuk-link" href="{{STUDENT}}/login">[[Back to login]]</a>
</div>
</form>
