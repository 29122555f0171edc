{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – individual application]]</p>
<h1 class="govuk-heading-l">[[Get a one-time code by email]]</h1>
<p class="govuk-body">[[We will send a code to the email address of your account. Log in with your username, your password and this code. You do not need the verification image.]]</p>
<form method="post" action="{{STUDENT}}/login-code" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{#RETURN_PATH}}<input type="hidden" name="next" value="{{VALUE}}">{{/RETURN_PATH}}
{{>LOGIN_NAME}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[Send the code]]</button>
<a class="govuk-link" href="{{STUDENT}}/login{{#RETURN_PATH}}?next={{VALUE}}{{/RETURN_PATH}}">[[Back to login]]</a>
</div>
</form>
