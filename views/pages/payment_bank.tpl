{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[To the bank's payment page]]</h1>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment method]]</dt><dd class="govuk-summary-list__value">{{METHOD}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Total to pay]]</dt><dd class="govuk-summary-list__value"><strong>{{AMOUNT}}</strong></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment reference]]</dt><dd class="govuk-summary-list__value code">{{REFERENCE}}</dd></div>
</dl>
<p class="govuk-body">[[You pay on the page of the bank's payment service; your card data never reach this system. Afterwards you come back here.]]</p>
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
<p>[[The payment platform could not be reached just now. Nothing was charged. Please try again, or choose another method.]]</p>
</div>
{{/UNREACHED}}
<form method="post" action="{{STUDENT}}/payment/{{REFERENCE}}/bank">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button">[[Reach the payment platform]]</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/payment">[[Choose another method]]</a></p>
{{/TO_ANNOUNCE}}
{{#READY}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}">[[I have been there: show the result]]</a></p>{{/READY}}
