{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/payment" class="govuk-back-link">[[Back to the payment list]]</a>
{{#IS_PAID}}
<div class="panel-done" role="status">
<h1>[[Transaction successful]]</h1>
<p>{{#ALL_ISSUED}}[[Your permit is ready. Download and print it.]]{{/ALL_ISSUED}}{{#SOME_WAIT}}[[Your permit is being prepared. You will find it under Downloads in a few minutes.]]{{/SOME_WAIT}}</p>
</div>
<div class="govuk-button-group">
{{#ISSUED}}
<a class="govuk-button{{#LATER}} govuk-button--secondary{{/LATER}}" role="button" data-module="govuk-button" href="{{LINK}}">[[Download the permit]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a>
{{/ISSUED}}
{{#SOME_WAIT}}<a class="govuk-button" role="button" data-module="govuk-button" href="{{STUDENT}}/download/permits">[[Go to your permits]]</a>{{/SOME_WAIT}}
<a class="govuk-link" href="{{STUDENT}}/download/receipts">[[Download the receipt]]</a>
</div>
{{/IS_PAID}}
{{#IS_PENDING}}
<h1 class="govuk-heading-l">[[The bank has not confirmed your payment yet]]</h1>
<div class="warn-box" role="status">
{{#NO_ANSWER}}<p>[[We could not reach the bank.]]</p>{{/NO_ANSWER}}
<p>[[If you have paid, do not pay again. You do not need to do anything else. We will check with the bank and email you.]]</p>
{{#REFRESHING}}<p>[[This page updates automatically every few seconds.]]</p>{{/REFRESHING}}
</div>
{{/IS_PENDING}}
{{#IS_NOT_ANNOUNCED}}
<h1 class="govuk-heading-l">[[You have not opened the payment page yet]]</h1>
<p class="govuk-body">[[You have not been charged. Go to the payment page, or choose another payment method.]]</p>
{{/IS_NOT_ANNOUNCED}}
{{#IS_SLIP}}
<h1 class="govuk-heading-l">[[Your payment slip]]</h1>
{{#UNPRINTABLE}}
<div class="warn-box" role="alert">
<p>[[We cannot print the payment slip because your name contains a character that we do not have a font for. Correct your name under Basic data, or choose another payment method. If your name is correct, call the helpdesk.]]</p>
</div>
{{/UNPRINTABLE}}
{{#AT_STORE}}
<p class="govuk-body">[[Show the 3 barcodes below at the till of a 7-ELEVEN, FamilyMart, Hi-Life or OK store. You do not need to print anything.]]</p>
<div class="slip">
<dl class="slip-facts">
<div><dt>[[Total to pay]]</dt><dd>{{AMOUNT}}</dd></div>
<div><dt>[[Payment deadline]]</dt><dd>{{DEADLINE}}</dd></div>
</dl>
<div class="barcodes">
{{#BARCODE}}
<figure>
<svg viewBox="0 0 {{WIDTH}} {{HEIGHT}}" width="{{WIDTH}}" height="{{HEIGHT}}" role="img" aria-label="[[Barcode {{NUMBER}} of 3]]"><path fill="#000" d="{{PATH}}"/></svg>
<figcaption class="code">{{TEXT}}</figcaption>
</figure>
{{/BARCODE}}
</div>
<p class="govuk-hint">[[If the reader does not take them, set the screen to full brightness and turn the phone sideways: the barcodes become larger. The store adds a charge of NT$8. Keep the proof of payment it gives you.]]</p>
</div>
{{/AT_STORE}}
{{#AT_BANK}}
<p class="govuk-body">[[Transfer the exact amount at an ATM, by mobile banking or by online banking. Or show the payment slip at a counter of the Bank of Taiwan.]]</p>
<div class="slip">
<dl class="slip-facts">
<div><dt>[[Bank code]]</dt><dd>004</dd></div>
<div><dt>[[Account number]]</dt><dd class="copied"><span>{{SLIP_NUMBER_IN_FOURS}}</span> <button type="button" class="link-button" data-copy="{{SLIP_NUMBER}}" data-copied="[[Copied]]" hidden>[[Copy the account number]]</button></dd></div>
<div><dt>[[Total to pay]]</dt><dd>{{AMOUNT}}</dd></div>
<div><dt>[[Payment deadline]]</dt><dd>{{DEADLINE}}</dd></div>
</dl>
<p class="govuk-hint">[[This account number is for this payment only, and takes this amount only.]]</p>
</div>
{{/AT_BANK}}
<div class="govuk-button-group"><a class="govuk-button govuk-button--secondary" role="button" data-module="govuk-button" href="{{STUDENT}}/payment/{{REFERENCE}}/slip.pdf">[[Open the payment slip (PDF)]]</a> <a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}/deadline.ics">[[Add this day to your calendar]]</a></div>
{{/IS_SLIP}}
{{#IS_UNAPPLIED}}
<h1 class="govuk-heading-l">[[We have received your money and are checking it]]</h1>
{{/IS_UNAPPLIED}}
{{#IS_FAILED}}
<div class="panel-failed" role="status">
<h1>[[Transaction failed]]</h1>
<p>[[The bank refused the payment. You have not been charged. Try again, or choose another payment method.]]</p>
</div>
{{/IS_FAILED}}
{{#IS_VOIDED}}
<h1 class="govuk-heading-l">[[This payment has been cancelled]]</h1>
<p class="govuk-body">[[You chose another payment method instead. Do not use the payment slip or bank page of this payment.]]</p>
{{/IS_VOIDED}}
{{#IS_EXPIRED}}
<h1 class="govuk-heading-l">[[This payment has expired]]</h1>
<p class="govuk-body">[[It was not paid in time. Start a new payment.]]</p>
{{/IS_EXPIRED}}
{{#IS_REVOKED}}
<div class="panel-failed" role="status">
<h1>[[The bank reversed this payment]]</h1>
<p>[[The bank confirmed your payment but has since reversed it, so the fee has not been paid. Do not pay again here. Call the helpdesk on the number at the bottom of this page and we will help you put this right.]]</p>
</div>
{{/IS_REVOKED}}
{{#UNAPPLIED}}
<div class="warn-box" role="status">
<p>[[We have received money from you that we could not use to pay the fee.]] {{VALUE}}</p>
<p>[[We are checking it. Do not pay again. If you have any questions, call the helpdesk on the number at the bottom of this page.]]</p>
</div>
{{/UNAPPLIED}}
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Transaction result]]</dt><dd class="govuk-summary-list__value"><span class="tag {{STATE_TONE}}">{{STATE}}</span></dd></div>
{{#IS_SLIP}}
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment slip number]]</dt><dd class="govuk-summary-list__value code">{{SLIP_NUMBER}}</dd></div>
{{/IS_SLIP}}
{{#IS_PAID}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Date and time of transaction]]</dt><dd class="govuk-summary-list__value code">{{AT}}</dd></div>{{/IS_PAID}}
{{#IS_OVER}}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Date and time of transaction]]</dt><dd class="govuk-summary-list__value code">{{AT}}</dd></div>{{/IS_OVER}}
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Transaction amount]]</dt><dd class="govuk-summary-list__value code">{{AMOUNT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment method]]</dt><dd class="govuk-summary-list__value">{{METHOD}}</dd></div>
{{#IS_SLIP}}
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Cost in addition to the fee]]</dt><dd class="govuk-summary-list__value">{{COST}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[When the payment is recorded]]</dt><dd class="govuk-summary-list__value">{{SETTLED}}</dd></div>
{{/IS_SLIP}}
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Receipt number]]</dt><dd class="govuk-summary-list__value">{{#ITEM}}<span class="code">{{RECEIPT}}</span>{{#ITEM_separator}}, {{/ITEM_separator}}{{/ITEM}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Payment reference]]</dt><dd class="govuk-summary-list__value code">{{REFERENCE}}</dd></div>
</dl>
{{#IS_PAID}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/todo">[[Back to the to-do list]]</a></p>
{{/IS_PAID}}
{{#IS_REVOKED}}
<p class="govuk-body">[[You can still download a permit and receipt that were issued earlier.]]</p>
<div class="govuk-button-group">
<a class="govuk-link" href="{{STUDENT}}/download/permits">[[Download the permit]]</a>
<a class="govuk-link" href="{{STUDENT}}/download/receipts">[[Download the receipt]]</a>
</div>
{{/IS_REVOKED}}
{{#IS_NOT_ANNOUNCED}}
<a class="govuk-button" role="button" data-module="govuk-button" href="{{STUDENT}}/payment/{{REFERENCE}}/bank">[[Go to the payment page]]</a>
<form method="get" action="{{STUDENT}}/payment/method">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<button type="submit" class="link-button">[[Choose another payment method]]</button>
</form>
{{/IS_NOT_ANNOUNCED}}
{{#IS_PENDING}}
<form method="post" action="{{STUDENT}}/payment/{{REFERENCE}}/ask">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button">[[Check with the bank now]]</button>
</form>
<form method="get" action="{{STUDENT}}/payment/method">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<button type="submit" class="link-button">[[I have not paid: pay again or choose another payment method]]</button>
</form>
{{/IS_PENDING}}
{{#IS_SLIP}}
<form method="get" action="{{STUDENT}}/payment/method">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<button type="submit" class="link-button">[[Choose another payment method (this payment slip will be cancelled)]]</button>
</form>
{{/IS_SLIP}}
{{#IS_OVER}}
<a class="govuk-button" role="button" data-module="govuk-button" href="{{STUDENT}}/payment">[[Back to the payment list]]</a>
{{/IS_OVER}}
