{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Activate account]]</h1>
{{#READY}}
<p class="govuk-body">[[There is one step left. Confirm that you want to use the account registered with this email address.]]</p>
<form method="post" action="{{STUDENT}}/activate/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Activate my account]]</button>
</form>
{{/READY}}
{{#ACTIVE}}
<p class="govuk-body">[[Your account is already active. You can log in now.]]</p>
{{/ACTIVE}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid or has already been used. If your account is active, log in. If not, ask for a new activation email.]]</p>
{{/UNKNOWN}}
{{#EXPIRED}}
<p class="govuk-body">[[This link was valid for 24 hours and has expired. Ask for a new activation email.]]</p>
{{/EXPIRED}}
{{#OTHER}}
<p class="govuk-body">[[You already have an active account, and each student can only have one. Log in with that account. If you have forgotten its password, ask for a new one.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Forgotten your password?]]</a></p>
{{/OTHER}}
{{#UNKNOWN}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation email]]</a></p>{{/UNKNOWN}}
{{#EXPIRED}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation email]]</a></p>{{/EXPIRED}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/login">[[Go to the login page]]</a></p>
