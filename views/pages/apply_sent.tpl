{{%AUTOESCAPE context="HTML"}}
<div class="panel-done">
<h1>[[Application sent. Receipt number: {{RECEIPT}}]]</h1>
<p>{{SERVICE}}</p>
</div>
<p class="govuk-body">[[Sent on {{SUBMITTED_AT}}. We have emailed you a confirmation.]]</p>
<h2 class="govuk-heading-m">[[What happens next]]</h2>
<ol class="govuk-list govuk-list--number">
<li>[[We review your application in 2 stages. You do not need to do anything while we do this.]]{{#USUAL}} {{VALUE}}{{/USUAL}}</li>
<li>[[If we need corrections or documents, we will email you and show your application in your to-do list.]] [[You will then have {{ANSWER_DAYS}} days to respond.]]</li>
{{#FEE}}<li>[[If your application is approved, we will email you and you can pay the fee of {{AMOUNT}} online.]] [[You will then have {{PAY_DAYS}} days to pay.]]</li>
<li>[[When you have paid, you can download the permit and the receipt here.]]</li>{{/FEE}}
{{#NO_FEE}}<li>[[If your application is approved, we will email you and you can download the new permit here. There is no fee.]]</li>{{/NO_FEE}}
</ol>
<ul class="govuk-list">
<li><a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}">[[View the application]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}/application.pdf">[[Download the application as a PDF]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/todo">[[To-do list]]</a></li>
</ul>
