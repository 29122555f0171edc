{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Declaration of withdrawal]]</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Receipt number]]</dt><dd class="govuk-summary-list__value">{{RECEIPT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[column|Applicant]]</dt><dd class="govuk-summary-list__value">{{APPLICANT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Service]]</dt><dd class="govuk-summary-list__value">{{SERVICE}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Stage]]</dt><dd class="govuk-summary-list__value"><span class="tag {{STATE_TONE}}">{{STATE}}</span></dd></div>
</dl>
<div class="text-box" role="region" aria-label="[[Terms of withdrawal]]">
<p class="govuk-body">[[I am withdrawing this application of my own free will. The agency will stop reviewing it immediately.]]</p>
<p class="govuk-body">[[A withdrawn application cannot be reopened. If I want a permit later, I must send a new application with all its documents.]]</p>
<p class="govuk-body">[[The law requires the agency to keep what I have sent.]]</p>
<p class="govuk-body">[[If the agency makes a decision before it receives my withdrawal, the decision stands and the withdrawal has no effect.]]</p>
</div>
<form method="get" action="{{STUDENT}}/withdrawal/{{GROUP}}/{{RECEIPT}}/confirm" novalidate>
<div data-opens="agree-button">
{{>AGREE}}
</div>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" id="agree-button" data-module="govuk-button">[[Confirm]]</button>
<a class="govuk-link" href="{{STUDENT}}/withdrawal/{{GROUP}}">[[Cancel]]</a>
</div>
</form>
