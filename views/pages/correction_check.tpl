{{%AUTOESCAPE context="HTML"}}
<p class="caption">{{SERVICE}} · [[Receipt number]] <span class="code">{{RECEIPT}}</span></p>
<h1 class="govuk-heading-l">[[Check your correction]]</h1>
<p class="govuk-body">[[Nothing has been sent yet. What you change is marked, with what stood there before.]]</p>
{{#DEADLINE}}<p class="govuk-body"><strong>{{VALUE}}</strong></p>
{{/DEADLINE}}
{{#UNCHANGED}}
<form class="warn-box" method="post" action="{{PATH}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="unchanged" value="yes">
<h2 class="govuk-heading-m">[[You have changed nothing. Send all the same?]]</h2>
<p>[[The application would go back to the reviewer as it is, with your reply if you wrote one. If something is still to be changed or handed in, go back to the form.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send all the same]]</button>
<a class="govuk-link" href="{{FORM}}">[[Back to the form]]</a>
</div>
</form>
{{/UNCHANGED}}
{{%PART "layout/claims.tpl"}}
{{%PART "layout/document_warnings.tpl"}}
{{>ANSWERS}}
<section class="answers">
<h2 class="govuk-heading-m">[[Reply to the reviewer's opinion]]</h2>
{{#REPLY}}<p class="govuk-body">{{VALUE}}</p>
{{/REPLY}}{{#NO_REPLY}}<p class="govuk-body no-answer">[[Not given]]</p>
{{/NO_REPLY}}
<p class="govuk-body"><a class="govuk-link" href="{{FORM}}#reply">[[Change]]<span class="govuk-visually-hidden"> [[Reply to the reviewer's opinion]]</span></a></p>
</section>
{{#CHANGES}}
<form method="post" action="{{PATH}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<p class="govuk-body">[[With the button you send the correction to the National Immigration Agency.]]</p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send]]</button>
<a class="govuk-link" href="{{FORM}}">[[Back to the form]]</a>
</div>
</form>
{{/CHANGES}}
