{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[menu|Download receipts]]</h1>
<p class="govuk-body">[[Search by one of these. If you leave them all empty, we will list all your receipts.]]</p>
<form method="get" action="{{STUDENT}}/download/receipts" novalidate>
{{%PART "fields/search_numbers.tpl"}}
{{%PART "fields/search_days.tpl"}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[Search]]</button>
<a class="govuk-link" href="{{STUDENT}}/download/receipts">[[Clear]]</a>
</div>
</form>
{{#NONE}}
<p class="table-none">[[No receipts match your search.]]</p>
{{/NONE}}
{{#ONLY_LATEST}}
<p class="govuk-body">{{VALUE}}</p>
{{/ONLY_LATEST}}
{{#TABLE}}
<table class="table table-many">
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Group/batch number]]</th>
<th scope="col">[[Service]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Payment date]]</th>
<th scope="col">[[Fee paid]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Group/batch number]]">{{GROUP}}</td>
<td data-label="[[Service]]">{{SERVICE}}</td>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Payment date]]">{{PAID_ON}}</td>
<td data-label="[[Fee paid]]"><span>{{AMOUNT}}{{#REVOKED}} <a class="govuk-link" href="{{STUDENT}}/payment/{{VALUE}}"><span class="tag tag-bad">[[payment|Reversed by the bank]]</span></a>{{/REVOKED}}</span></td>
<td data-label="[[Action]]">{{#READY}}<a class="govuk-link" href="{{STUDENT}}/download/receipts/{{PAPER}}.pdf">[[Download]]<span class="govuk-visually-hidden"> {{PAPER}}</span></a>{{/READY}}{{#WAITING}}[[Being prepared]]{{/WAITING}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
