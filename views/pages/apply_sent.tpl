{{%AUTOESCAPE context="HTML"}}
<div class="panel-done">
<h1>[[Sent, receipt number: {{RECEIPT}}]]</h1>
<p>{{SERVICE}}</p>
</div>
<p class="govuk-body">[[Sent on {{SUBMITTED_AT}}. A confirmation is on its way to your mailbox.]]</p>
<h2 class="govuk-heading-m">[[What happens next]]</h2>
<ol class="govuk-list govuk-list--number">
<li>[[The agency reviews the application in two stages. You need not do anything meanwhile.]]{{#USUAL}} {{VALUE}}{{/USUAL}}</li>
<li>[[If data or documents are missing, we write to you and the case appears on the to-do list.]] [[You then have {{ANSWER_DAYS}} days to answer.]]</li>
{{#FEE}}<li>[[When it is approved, we write to you and you pay the fee of {{AMOUNT}} online.]] [[You then have {{PAY_DAYS}} days to pay.]]</li>
<li>[[After the payment you download the permit and the receipt here.]]</li>{{/FEE}}
{{#NO_FEE}}<li>[[When it is approved, we write to you and you download the new permit here; there is no fee.]]</li>{{/NO_FEE}}
</ol>
<ul class="govuk-list">
<li><a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}">[[View the case]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}/application.pdf">[[Keep the application as a PDF]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/todo">[[To-do list]]</a></li>
</ul>
