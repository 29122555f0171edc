{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Confirm the new mailbox]]</h1>
{{#READY}}
<p class="govuk-body">[[From now on mails of your account shall go to {{MAILBOX}}.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Confirm this mailbox]]</button>
</form>
{{/READY}}
{{#CONFIRMED}}
<p class="govuk-body" role="status">[[Done: mails of your account now go to {{MAILBOX}}.]]</p>
{{/CONFIRMED}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid, or it was already used, or a newer one has replaced it. You find your mailbox under Basic data.]]</p>
{{/UNKNOWN}}
{{#EXPIRED}}
<p class="govuk-body">[[This link was valid for 24 hours and has expired. Enter the mailbox once more under Basic data.]]</p>
{{/EXPIRED}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/basic-data">[[To the basic data]]</a></p>
