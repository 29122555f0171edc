{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Stop a change of the mailbox]]</h1>
{{#WAITING}}
<p class="govuk-body">[[Somebody who knows your password has asked us to send the mails of your account to another mailbox. The change has not been confirmed yet. If it was you, there is nothing to do here.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/stop/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Stop the change]]</button>
</form>
{{/WAITING}}
{{#CHANGED}}
<p class="govuk-body">[[Mails of your account already go to another mailbox. If you did not ask for that, object to it here: for 72 hours we then send new passwords and login codes to this mailbox and not to the new one.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/stop/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Object to the change]]</button>
</form>
{{/CHANGED}}
{{#STOPPED}}
<p class="govuk-body" role="status">[[The change is stopped. Mails of your account still go to this mailbox.]]</p>
<p class="govuk-body">[[Whoever asked for the change knows your password. Log in and change it now.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/password">[[menu|Change the password]]</a></p>
{{/STOPPED}}
{{#OBJECTED}}
<p class="govuk-body" role="status">[[Your objection has been recorded. Until {{UNTIL}} we send new passwords and login codes to this mailbox.]]</p>
<p class="govuk-body">[[Ask for a new password now, log in with it, choose a password of your own, and enter this mailbox again under Basic data.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Ask for a new password]]</a></p>
{{/OBJECTED}}
{{#NOTHING}}
<p class="govuk-body">[[There is nothing to stop: the change was not made, or your account uses this mailbox again.]]</p>
{{/NOTHING}}
{{#EXPIRED}}
<p class="govuk-body">[[This link can no longer be used. If somebody else uses your account, call the helpdesk: 02-27967162, Monday to Friday 08:30-19:00.]]</p>
{{/EXPIRED}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid. Check that you opened the whole address from our mail.]]</p>
{{/UNKNOWN}}
