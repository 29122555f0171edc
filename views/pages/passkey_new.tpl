{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Add a passkey]]</h1>
<p class="govuk-body">[[Enter your password so that nobody else can add a passkey. Your browser will create the passkey on the next page.]]</p>
<form method="post" action="{{STUDENT}}/passkeys/new" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>NAME}}
{{>PRESENT}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Continue]]</button>
<a class="govuk-link" href="{{STUDENT}}/passkeys">[[Back to the passkeys]]</a>
</div>
</form>
