{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Confirm the new email address]]</h1>
{{#READY}}
<p class="govuk-body">[[Confirm that you want emails about your account to go to {{MAILBOX}}.]]</p>
<form method="post" action="{{STUDENT}}/mailbox/{{TOKEN:url_query_escape}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Confirm this email address]]</button>
</form>
{{/READY}}
{{#CONFIRMED}}
<p class="govuk-body" role="status">[[Done. Emails about your account now go to {{MAILBOX}}.]]</p>
{{/CONFIRMED}}
{{#UNKNOWN}}
<p class="govuk-body">[[This link is not valid, has already been used or has been replaced by a newer one. You can see your email address under Basic data.]]</p>
{{/UNKNOWN}}
{{#EXPIRED}}
<p class="govuk-body">[[This link was valid for 24 hours and has expired. Enter the email address again under Basic data.]]</p>
{{/EXPIRED}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/basic-data">[[Go to Basic data]]</a></p>
