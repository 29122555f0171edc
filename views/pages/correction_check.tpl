{{%AUTOESCAPE context="HTML"}}
<p class="caption">{{SERVICE}} · [[Receipt number]] <span class="code">{{RECEIPT}}</span></p>
<h1 class="govuk-heading-l">[[Check your correction]]</h1>
<p class="govuk-body">[[Your correction has not been sent yet. Your changes are marked, with the earlier answers beside them.]]</p>
{{#DEADLINE}}<p class="govuk-body"><strong>{{VALUE}}</strong></p>
{{/DEADLINE}}
{{#UNCHANGED}}
<form class="warn-box" method="post" action="{{PATH}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="unchanged" value="yes">
<h2 class="govuk-heading-m">[[You have not changed anything. Do you still want to send it?]]</h2>
<p>[[The application will go back to the reviewer as it is, with your reply if you wrote one. If you still need to change an answer or upload a document, go back to the form.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send it unchanged]]</button>
<a class="govuk-link" href="{{FORM}}">[[Back to the form]]</a>
</div>
</form>
{{/UNCHANGED}}
{{%PART "layout/claims.tpl"}}
{{%PART "layout/document_warnings.tpl"}}
{{%PART "layout/fault_warnings.tpl"}}
{{>ANSWERS}}
<section class="answers">
<h2 class="govuk-heading-m">[[Reply to the reviewer's comments]]</h2>
{{#REPLY}}<p class="govuk-body">{{VALUE}}</p>
{{/REPLY}}{{#NO_REPLY}}<p class="govuk-body no-answer">[[Not given]]</p>
{{/NO_REPLY}}
<p class="govuk-body"><a class="govuk-link" href="{{FORM}}#reply">[[Change]]<span class="govuk-visually-hidden"> [[Reply to the reviewer's comments]]</span></a></p>
</section>
{{#CHANGES}}
<form method="post" action="{{PATH}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<p class="govuk-body">[[Select "Send" to send your correction to the National Immigration Agency.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send]]</button>
<a class="govuk-link" href="{{FORM}}">[[Back to the form]]</a>
</div>
</form>
{{/CHANGES}}
