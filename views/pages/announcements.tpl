{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/todo" class="govuk-back-link">[[Back to the to-do list]]</a>
<h1 class="govuk-heading-l">[[Notice board]]</h1>
{{#HAS_ANNOUNCEMENTS}}{{%PART "pages/announcement_table.tpl"}}{{/HAS_ANNOUNCEMENTS}}
{{#NO_ANNOUNCEMENTS}}<p class="govuk-body empty">[[There are no announcements.]]</p>{{/NO_ANNOUNCEMENTS}}
