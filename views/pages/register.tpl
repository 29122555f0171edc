{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – student registration]]</p>
<h1 class="govuk-heading-l">[[Register an account]]</h1>
<p class="govuk-body">[[Enter your details exactly as they are in your documents. We compare them with your admission record. You must fill in fields marked *.]]</p>
{{#NOT_IN_REGISTER}}
<div class="govuk-inset-text">
<p class="govuk-body">[[We compare your Chinese name, English surname and given name, identity card number, birthplace, date of birth, sex and Mainland Travel Permit number with the register of admitted students. They must all match.]]</p>
<p class="govuk-body">[[You can enter your Chinese name in traditional, simplified or variant characters. Enter your English name in the Latin letters on your travel permit. Spaces, hyphens, middle dots and the width of letters make no difference.]]</p>
<p class="govuk-body">[[If your details match your documents, ask your school what it reported to the agency, or call the helpdesk on 02-27967162, Monday to Friday, 08:30 to 19:00.]]</p>
</div>
{{/NOT_IN_REGISTER}}
<form method="post" action="{{STUDENT}}/register" novalidate>
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
<h2 class="form-group-title">[[Username and password]]</h2>
{{>LOGIN_NAME}}
{{>PASSWORD}}
{{>PASSWORD_AGAIN}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Register]]</button>
<a class="govuk-button govuk-button--secondary" href="{{STUDENT}}/register">[[button|Clear the form]]</a>
<a class="govuk-link" href="{{STUDENT}}/login">[[Back to login]]</a>
</div>
</form>
