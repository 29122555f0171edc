{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[menu|Change your password]]</h1>
{{#MUST_CHANGE}}
<div class="warn-box">
<p>[[You logged in with the password we emailed you. Choose your own password before you continue.]]</p>
</div>
{{/MUST_CHANGE}}
<form method="post" action="{{STUDENT}}/password" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{>LOGIN_NAME}}
{{>PRESENT}}
{{>PASSWORD}}
{{>PASSWORD_AGAIN}}
<p class="govuk-body">[[After you change your password, you will be logged out on all devices. Log in again with the new password.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Save]]</button>
<a class="govuk-button govuk-button--secondary" href="{{STUDENT}}/password">[[button|Clear the form]]</a>
</div>
</form>
