{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/payment" class="govuk-back-link">[[Back to the payment list]]</a>
<h1 class="govuk-heading-l">[[Online payment - payment method]]</h1>
<p class="govuk-body-l">[[Total to pay]] <strong class="code">{{AMOUNT}}</strong></p>
{{#OPEN}}
<div class="warn-box">
<p>[[You have already started a payment for these applications:]] <a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}">{{METHOD}}</a>{{#UNTIL}} [[(until {{DATE}})]]{{/UNTIL}}</p>
<p>[[If you choose a payment method below, that payment will be cancelled. If you have already paid, do not pay again. Check that payment first.]]</p>
</div>
{{/OPEN}}
<form method="post" action="{{STUDENT}}/payment/method">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
{{#GROUP}}<input type="hidden" name="group" value="{{NUMBER}}">{{/GROUP}}
<div class="govuk-form-group{{#NONE_CHOSEN}} govuk-form-group--error{{/NONE_CHOSEN}}">
<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-visually-hidden">[[Payment method]]</legend>
{{#NONE_CHOSEN}}<p class="govuk-error-message"><span class="govuk-visually-hidden">[[Error:]]</span> [[Choose a payment method.]]</p>{{/NONE_CHOSEN}}
<div class="govuk-radios">
{{#CHOICE}}
{{#FAMILY_BEGINS}}<div class="method-family" role="group" aria-labelledby="family-of-{{NUMBER}}">
<p class="govuk-body" id="family-of-{{NUMBER}}">{{FAMILY}}</p>{{/FAMILY_BEGINS}}
<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" id="method-{{NUMBER}}" name="method" value="{{CODE}}" aria-describedby="method-{{NUMBER}}-hint"{{#NOT_OFFERED}} disabled{{/NOT_OFFERED}}>
<label class="govuk-label govuk-radios__label" for="method-{{NUMBER}}">{{NAME}}</label>
<div class="govuk-hint govuk-radios__hint" id="method-{{NUMBER}}-hint">{{#OFFERED}}{{NEED}}<br>{{COST}} · {{SETTLED}}{{/OFFERED}}{{#NOT_OFFERED}}[[Not available yet. Choose another payment method.]]{{/NOT_OFFERED}}</div>
</div>
{{#FAMILY_ENDS}}</div>{{/FAMILY_ENDS}}
{{/CHOICE}}
</div>
</fieldset>
</div>
<button type="submit" class="govuk-button" data-module="govuk-button">[[Continue to payment]]</button>
</form>
<table class="table costs">
<caption>[[What each method costs]]</caption>
<thead>
<tr>
<th scope="col">[[Payment method]]</th>
<th scope="col">[[Type of charge]]</th>
<th scope="col">[[column|Explanation]]</th>
<th scope="col">[[column|Cost]]</th>
<th scope="col">[[When the payment is recorded]]</th>
</tr>
</thead>
<tbody>
{{#COST_ROW}}
<tr>
<th scope="row" data-label="[[Payment method]]">{{METHOD}}</th>
<td data-label="[[Type of charge]]">{{COST_NAME}}</td>
<td data-label="[[column|Explanation]]">{{NEED}}</td>
<td data-label="[[column|Cost]]">{{COST}}</td>
<td data-label="[[When the payment is recorded]]">{{SETTLED}}</td>
</tr>
{{/COST_ROW}}
</tbody>
</table>
<p class="govuk-body">[[You can use a credit card issued in Taiwan through the E-Government platform.]]</p>
