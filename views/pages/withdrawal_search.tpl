{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Withdraw an application: search]]</h1>
<p class="govuk-body">[[You can withdraw an application until its review is finished. Enter the group number or the receipt number.]]</p>
<form method="get" action="{{STUDENT}}/withdrawal" novalidate>
{{%PART "fields/search_numbers.tpl"}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[Search]]</button>
</div>
</form>
<h2 class="govuk-heading-m">[[Applications you can withdraw]]</h2>
{{#NONE}}
<p class="table-none">[[You have none.]]</p>
{{/NONE}}
{{#TABLE}}
<table class="table">
<thead>
<tr>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Service]]</th>
<th scope="col">[[Stage]]</th>
<th scope="col">[[Application date]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Service]]">{{SERVICE}}</td>
<td data-label="[[Stage]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span></td>
<td data-label="[[Application date]]">{{SENT_ON}}</td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/withdrawal/{{GROUP}}">[[View]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
