{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Basic data]]</h1>
<p class="govuk-body">[[You must fill in fields marked *. Your identity card number, date of birth and sex come from the agency's register and cannot be changed here.]]</p>
<form method="post" action="{{STUDENT}}/basic-data" novalidate data-upload data-uploading="[[Saving]]">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{#ASKED_MAILBOX}}
<input type="hidden" name="asked_mailbox" value="{{VALUE}}">
{{/ASKED_MAILBOX}}
<h2 class="form-group-title">[[Personal details]]</h2>
{{>CHINESE_NAME}}
<div class="field-pair">
{{>SURNAME}}
{{>GIVEN_NAME}}
</div>
{{>MAINLAND_ID}}
{{>BIRTHPLACE}}
{{>BIRTH_DATE}}
{{>SEX}}
{{>TRAVEL_PERMIT}}
<h2 class="form-group-title">[[Contact details]]</h2>
<div class="field-pair">
{{>PHONE}}
{{>EXTENSION}}
</div>
{{>EMAIL}}
{{>PRESENT}}
{{>MAIL_LANGUAGE}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Save]]</button>
</div>
{{%PART "fields/upload_failed.tpl"}}
</form>
{{#WAITING}}
<form method="post" action="{{STUDENT}}/basic-data/cancel-mailbox">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{CANCEL_KEY}}">
<h2 class="form-group-title">[[Change of email address]]</h2>
<p class="govuk-body">[[The new email address has not been confirmed yet. You can still keep the current one.]]</p>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[button|Cancel the change]]</button>
</form>
{{/WAITING}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/my-data">[[Download my data]]</a></p>
