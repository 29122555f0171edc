{{%AUTOESCAPE context="HTML"}}
{{#DONE}}
<div class="panel-done" role="alert">
<h2 class="govuk-heading-m">[[Application withdrawn]]</h2>
<p>[[Application {{RECEIPT}} has been withdrawn. You can apply again at any time.]]</p>
</div>
{{/DONE}}
{{#FAILED}}
<div class="panel-failed" role="alert">
<h2 class="govuk-heading-m">[[Withdrawal failed]]</h2>
<p>{{REASON}}</p>
</div>
{{/FAILED}}
<h1 class="govuk-heading-l">[[Withdraw an application: details]]</h1>
<h2 class="govuk-heading-m">[[heading|Application]]</h2>
{{%PART "layout/group_facts.tpl"}}
<h2 class="govuk-heading-m">[[List of applicants]]</h2>
<table class="table">
<thead>
<tr>
{{%PART "layout/member_columns.tpl"}}
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
{{%PART "layout/member_cells.tpl"}}
<td data-label="[[Action]]">{{#POSSIBLE}}<a class="govuk-link" href="{{STUDENT}}/withdrawal/{{GROUP}}/{{RECEIPT}}">[[Withdraw]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a>{{/POSSIBLE}}{{#IMPOSSIBLE}}[[Not possible]]{{/IMPOSSIBLE}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/withdrawal">[[Back to search]]</a></p>
