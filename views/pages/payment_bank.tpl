{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Go to the bank's payment page]]</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment method]]</dt><dd class="govuk-summary-list__value">{{METHOD}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Total to pay]]</dt><dd class="govuk-summary-list__value"><strong>{{AMOUNT}}</strong></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment reference]]</dt><dd class="govuk-summary-list__value code">{{REFERENCE}}</dd></div>
</dl>
<p class="govuk-body">[[You will pay on the website of the bank's payment service, then come back here. We never see your card details.]]</p>
{{#READY}}
<form method="post" action="{{ACTION}}" data-forward="{{REFERENCE}}">
{{#FIELD}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/FIELD}}
<button type="submit" class="govuk-button" data-module="govuk-button">[[Go to the bank's page]]</button>
</form>
{{/READY}}
{{#TO_ANNOUNCE}}
{{#UNREACHED}}
<div class="warn-box" role="status">
<p>[[We could not reach the payment platform. You have not been charged. Try again, or choose another payment method.]]</p>
</div>
{{/UNREACHED}}
<form method="post" action="{{STUDENT}}/payment/{{REFERENCE}}/bank">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button">[[Connect to the payment platform]]</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/payment">[[Choose another payment method]]</a></p>
{{/TO_ANNOUNCE}}
{{#READY}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}">[[I have paid: show the result]]</a></p>{{/READY}}
