{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/basic-data" class="govuk-back-link">[[Back to the basic data]]</a>
<h1 class="govuk-heading-l">[[Download my data]]</h1>
<p class="govuk-body">[[You can download everything that this system holds about you as one ZIP file:]]</p>
<ul class="govuk-list govuk-list--bullet">
<li>[[your account, the agency's register entry and your permits]]</li>
<li>[[drafts and applications, with your answers and their history]]</li>
<li>[[the files that you handed in, and the permits and receipts that you were issued]]</li>
<li>[[payments, the subjects of mails to you, your logins, and what was done with your account]]</li>
</ul>
<div class="govuk-inset-text">[[The file holds your identity number and other personal data. Do not download it on a computer that others use.]]</div>
<p class="govuk-body">[[It can take up to a minute, and is possible {{COPIES}} times a day.]]</p>
<form method="post" action="{{STUDENT}}/my-data" novalidate data-again>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Download]]</button>
</form>
