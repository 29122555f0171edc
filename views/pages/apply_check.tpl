{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">{{SERVICE}} · [[Permit number]] <span class="code">{{PERMIT_NUMBER}}</span></p>
<h1 class="govuk-heading-l">[[Check your answers]]</h1>
<p class="govuk-body">[[Your application has not been sent yet. Check every answer. You can go back to change any of them.]]</p>
{{%PART "layout/claims.tpl"}}
{{%PART "layout/document_warnings.tpl"}}
{{%PART "layout/fault_warnings.tpl"}}
{{>ANSWERS}}
<form method="post" action="{{PATH}}/send">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<p class="govuk-body">[[Select "Send" to send your application to the National Immigration Agency.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send]]</button>
<a class="govuk-link" href="{{PATH}}">[[Back to the form]]</a>
</div>
</form>
