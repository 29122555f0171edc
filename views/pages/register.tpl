{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Exchange for a multiple-entry permit – registration of students]]</p>
<h1 class="govuk-heading-l">[[Register an account]]</h1>
<p class="govuk-body">[[Write your data as they stand in your documents: they are compared with those of your admission. Fields with * must be filled in.]]</p>
<form method="post" action="{{STUDENT}}/register" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
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
