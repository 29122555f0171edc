{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Corrections and documents asked for: details]]</h1>
<h2 class="govuk-heading-m">[[heading|Basic data]]</h2>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Group/batch number]]</dt><dd class="govuk-summary-list__value">{{GROUP}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[column|Applicant]]</dt><dd class="govuk-summary-list__value">{{APPLICANT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Service]]</dt><dd class="govuk-summary-list__value">{{SERVICE}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Reason for application]]</dt><dd class="govuk-summary-list__value">[[Study by a mainland student]]</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Applicants]]</dt><dd class="govuk-summary-list__value">{{APPLICANTS}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Application date]]</dt><dd class="govuk-summary-list__value">{{SENT_ON}}</dd></div>
</dl>
<h2 class="govuk-heading-m">[[heading|Case data]]</h2>
<table class="table">
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Chinese name]]</th>
<th scope="col">[[English name]]</th>
<th scope="col">[[Passport number]]</th>
<th scope="col">[[Status]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Chinese name]]">{{CHINESE_NAME}}</td>
<td data-label="[[English name]]">{{ENGLISH_NAME}}</td>
<td data-label="[[Passport number]]">{{PASSPORT}}</td>
<td data-label="[[Status]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span></td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/corrections/{{RECEIPT}}/form">[[button|Correct]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/corrections">[[Back to the list]]</a></p>
