{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">[[Individual application]]</p>
<h1 class="govuk-heading-l">{{SERVICE}}</h1>
<form method="post" action="{{STUDENT}}/apply/{{CODE}}/permit" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="agreed" value="yes">
{{>PERMIT_NUMBER}}
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send]]</button>
</form>
