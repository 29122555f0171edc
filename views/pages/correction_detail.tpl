{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Corrections and documents requested: details]]</h1>
<h2 class="govuk-heading-m">[[heading|Basic data]]</h2>
{{%PART "layout/group_facts.tpl"}}
<h2 class="govuk-heading-m">[[heading|Applications]]</h2>
{{#DEADLINE}}<p class="govuk-body"><strong>{{VALUE}}</strong></p>
{{/DEADLINE}}
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
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/corrections/{{RECEIPT}}/form">[[button|Correct]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/corrections">[[Back to the list]]</a></p>
