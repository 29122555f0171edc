{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/payment" class="govuk-back-link">[[Back to the payment list]]</a>
<h1 class="govuk-heading-l">[[Online payment - details]]</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Fee to pay]]</dt><dd class="govuk-summary-list__value">{{AMOUNT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Handling fee]]</dt><dd class="govuk-summary-list__value">[[Depends on the method that you choose next; it is taken by the bank, the store or the platform.]]</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Total to pay]]</dt><dd class="govuk-summary-list__value"><strong>{{AMOUNT}}</strong></dd></div>
</dl>
<table class="table">
<caption>[[Cases paid for]]</caption>
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col" class="number">[[Persons paid for]]</th>
<th scope="col" class="number">[[Amount to pay]]</th>
</tr>
</thead>
<tbody>
{{#ITEM}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td class="code" data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td class="number" data-label="[[Persons paid for]]">{{PAYERS}}</td>
<td class="number" data-label="[[Amount to pay]]">{{AMOUNT}}</td>
</tr>
{{/ITEM}}
</tbody>
</table>
<ol class="govuk-list govuk-list--number">
<li>[[Once paid, the fee is not refunded.]]</li>
<li>[[The agency gives a receipt for its fee alone, not for handling fees.]]</li>
</ol>
<form method="get" action="{{STUDENT}}/payment/method">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<button type="submit" class="govuk-button" data-module="govuk-button">[[Confirm payment]]</button>
</form>
