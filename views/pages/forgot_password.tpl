{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – individual application]]</p>
<h1 class="govuk-heading-l">[[Forgotten your password?]]</h1>
<p class="govuk-body">[[We will send a new password to the email address you registered.]]</p>
<form method="post" action="{{STUDENT}}/forgot-password" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{>LOGIN_NAME}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Send]]</button>
<a class="govuk-button govuk-button--secondary" href="{{STUDENT}}/forgot-password">[[button|Clear the form]]</a>
<a class="govuk-link" href="{{STUDENT}}/login">[[Back to login]]</a>
</div>
</form>
