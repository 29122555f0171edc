{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Stop a change of email address]]</h1>
{{#WAITING}}
<p class="govuk-body">[[Someone who knows your password asked us to send emails about your account to a different email address. The change has not been confirmed yet. If this was you, you do not need to do anything here.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/stop/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Stop the change]]</button>
</form>
{{/WAITING}}
{{#CHANGED}}
<p class="govuk-body">[[Emails about your account already go to a different email address. If you did not ask for this, object to it here. For the next 72 hours we will then send new passwords and one-time codes to this email address and not to the new one.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/stop/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Object to the change]]</button>
</form>
{{/CHANGED}}
{{#STOPPED}}
<p class="govuk-body" role="status">[[The change has been stopped. Emails about your account still go to this email address.]]</p>
<p class="govuk-body">[[The person who asked for the change knows your password. Log in and change it now.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/password">[[menu|Change your password]]</a></p>
{{/STOPPED}}
{{#OBJECTED}}
<p class="govuk-body" role="status">[[We have recorded your objection. Until {{UNTIL}}, we will send new passwords and one-time codes to this email address.]]</p>
<p class="govuk-body">[[Ask for a new password now, log in with it, choose your own password, then enter this email address again under Basic data.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Ask for a new password]]</a></p>
{{/OBJECTED}}
{{#NOTHING}}
<p class="govuk-body">[[There is nothing to stop. The change was not made, or your account uses this email address again.]]</p>
{{/NOTHING}}
{{#EXPIRED}}
<p class="govuk-body">[[This link can no longer be used. If someone else is using your account, call the helpdesk on 02-27967162, Monday to Friday, 08:30 to 19:00.]]</p>
{{/EXPIRED}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid. Check that you opened the whole address from our email.]]</p>
{{/UNKNOWN}}
