{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/basic-data" class="govuk-back-link">[[Back to Basic data]]</a>
<h1 class="govuk-heading-l">[[Download my data]]</h1>
<p class="govuk-body">[[You can download everything this system holds about you as one ZIP file:]]</p>
<ul class="govuk-list govuk-list--bullet">
<li>[[your account, your entry in the agency's register, and your permits]]</li>
<li>[[drafts and applications, with your answers and their history]]</li>
<li>[[the files you uploaded, and the permits and receipts issued to you]]</li>
<li>[[your payments, the subjects of emails to you, your logins, and changes to your account]]</li>
</ul>
<div class="govuk-inset-text">[[The file contains your identity card number and other personal data. Do not download it on a shared computer.]]</div>
<p class="govuk-body">[[The download can take up to a minute. You can download your data {{COPIES}} times a day.]]</p>
<form method="post" action="{{STUDENT}}/my-data" novalidate data-again>
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Download]]</button>
</form>
