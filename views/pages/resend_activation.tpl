{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Send a new activation mail]]</h1>
<p class="govuk-body">[[The mail goes to the mailbox that you registered. Its link is valid for 24 hours; earlier links no longer work.]]</p>
<form method="post" action="{{STUDENT}}/resend-activation" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{>LOGIN_NAME}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Send]]</button>
<a class="govuk-link" href="{{STUDENT}}/login">[[Back to the login]]</a>
</div>
</form>
