{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/payment" class="govuk-back-link">[[Back to the payment list]]</a>
<h1 class="govuk-heading-l">[[Online payment - details]]</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Fee to pay]]</dt><dd class="govuk-summary-list__value">{{AMOUNT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Handling fee]]</dt><dd class="govuk-summary-list__value">[[This depends on the payment method you choose next. The bank, the store or the platform charges it.]]</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Total to pay]]</dt><dd class="govuk-summary-list__value"><strong>{{AMOUNT}}</strong></dd></div>
</dl>
<table class="table">
<caption>[[Applications to pay for]]</caption>
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col" class="number">[[Number of people]]</th>
<th scope="col" class="number">[[Amount to pay]]</th>
</tr>
</thead>
<tbody>
{{#ITEM}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td class="code" data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td class="number" data-label="[[Number of people]]">{{PAYERS}}</td>
<td class="number" data-label="[[Amount to pay]]">{{AMOUNT}}</td>
</tr>
{{/ITEM}}
</tbody>
</table>
<ol class="govuk-list govuk-list--number">
<li>[[The fee is not refunded after you have paid.]]</li>
<li>[[We only issue a receipt for the fee, not for any handling fee.]]</li>
</ol>
<form method="get" action="{{STUDENT}}/payment/method">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<button type="submit" class="govuk-button" data-module="govuk-button">[[Confirm payment]]</button>
</form>
