{{%AUTOESCAPE context="HTML"}}
<p class="caption">{{SERVICE}}</p>
<h1 class="govuk-heading-l">[[Are you sure you want to delete this draft?]]</h1>
<p class="govuk-body">[[Everything you entered and every file you uploaded here will be deleted. You cannot undo this. Applications you have already sent are not affected.]]</p>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Permit number]]</dt><dd class="govuk-summary-list__value code">{{PERMIT_NUMBER}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Last saved]]</dt><dd class="govuk-summary-list__value">{{UPDATED}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Uploaded files]]</dt><dd class="govuk-summary-list__value">{{FILES}}</dd></div>
</dl>
<form method="post" action="{{PATH}}/discard">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<div class="govuk-button-group">
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true">[[button|Delete the draft]]</button>
<a class="govuk-link" href="{{PATH}}">[[Back to the form]]</a>
</div>
</form>
