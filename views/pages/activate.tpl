{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Activate the account]]</h1>
{{#READY}}
<p class="govuk-body">[[One step is left: confirm that you want to use the account that was registered with this mailbox.]]</p>
<form method="post" action="{{STUDENT}}/activate/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Activate my account]]</button>
</form>
{{/READY}}
{{#ACTIVE}}
<p class="govuk-body">[[Your account is already active. You can log in now.]]</p>
{{/ACTIVE}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid, or it was already used. If your account is active, log in; else ask for a new mail.]]</p>
{{/UNKNOWN}}
{{#EXPIRED}}
<p class="govuk-body">[[This link was valid for 24 hours and has expired. Ask for a new mail.]]</p>
{{/EXPIRED}}
{{#OTHER}}
<p class="govuk-body">[[You already have an active account, and a student may have only one. Log in with it; if you have forgotten its password, ask for a new one.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Forgotten password]]</a></p>
{{/OTHER}}
{{#UNKNOWN}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation mail]]</a></p>{{/UNKNOWN}}
{{#EXPIRED}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/resend-activation">[[Send a new activation mail]]</a></p>{{/EXPIRED}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/login">[[To the login]]</a></p>
