{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – registration of students]]</p>
<h1 class="govuk-heading-l">[[Register an account]]</h1>
<p class="govuk-body">[[Write your data as they stand in your documents: they are compared with those of your admission. Fields with * must be filled in.]]</p>
{{#NOT_IN_REGISTER}}
<div class="govuk-inset-text">
<p class="govuk-body">[[Compared with the register of admitted students are: Chinese name, English surname and given name, identity number, birthplace, date of birth, sex and Mainland Travel Permit number. All of them must agree.]]</p>
<p class="govuk-body">[[The Chinese name is compared in Chinese characters, traditional, simplified or variant, and the English name in the Latin letters of the travel permit. Spaces, hyphens, middle dots and the width of letters make no difference.]]</p>
<p class="govuk-body">[[If your data are as in your documents, ask your school whether they were reported so, or call the helpdesk: 02-27967162, Monday to Friday 08:30-19:00.]]</p>
</div>
{{/NOT_IN_REGISTER}}
<form method="post" action="{{STUDENT}}/register" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{#ASKED_MAILBOX}}
<input type="hidden" name="asked_mailbox" value="{{VALUE}}">
{{/ASKED_MAILBOX}}
<h2 class="form-group-title">[[Your person]]</h2>
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
<h2 class="form-group-title">[[How to reach you]]</h2>
<div class="field-pair">
{{>PHONE}}
{{>EXTENSION}}
</div>
{{>EMAIL}}
<h2 class="form-group-title">[[Your login]]</h2>
{{>LOGIN_NAME}}
{{>PASSWORD}}
{{>PASSWORD_AGAIN}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Register]]</button>
<a class="govuk-button govuk-button--secondary" href="{{STUDENT}}/register">[[button|Clear the form]]</a>
<a class="govuk-link" href="{{STUDENT}}/login">[[Back to the login]]</a>
</div>
</form>
