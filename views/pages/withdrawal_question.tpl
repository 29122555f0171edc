{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Are you sure you want to withdraw this application?]]</h1>
<div class="warn-box"><p class="govuk-body">[[You cannot undo this.]]</p></div>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Receipt number]]</dt><dd class="govuk-summary-list__value">{{RECEIPT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[column|Applicant]]</dt><dd class="govuk-summary-list__value">{{APPLICANT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Service]]</dt><dd class="govuk-summary-list__value">{{SERVICE}}</dd></div>
</dl>
<form method="post" action="{{STUDENT}}/withdrawal/{{GROUP}}/{{RECEIPT}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="agree" value="yes">
<div class="govuk-button-group">
<button type="submit" class="govuk-button govuk-button--warning">[[Yes, withdraw the application]]</button>
<a class="govuk-link" href="{{STUDENT}}/withdrawal/{{GROUP}}">[[No, keep the application]]</a>
</div>
</form>
