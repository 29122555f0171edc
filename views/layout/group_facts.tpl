{{%AUTOESCAPE context="HTML"}}
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Group/batch number]]</dt><dd class="govuk-summary-list__value">{{GROUP}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[column|Applicant]]</dt><dd class="govuk-summary-list__value">{{APPLICANT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Service]]</dt><dd class="govuk-summary-list__value">{{SERVICE}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Reason for application]]</dt><dd class="govuk-summary-list__value">[[Mainland student studying in Taiwan]]</dd></div>
{{#STAGE}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Stage]]</dt><dd class="govuk-summary-list__value">{{STATES}}</dd></div>
{{/STAGE}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Number of applicants]]</dt><dd class="govuk-summary-list__value">{{APPLICANTS}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Application date]]</dt><dd class="govuk-summary-list__value">{{SENT_ON}}</dd></div>
</dl>
