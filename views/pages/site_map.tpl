{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Site map]]</h1>
<div class="information">
<h2>[[For everyone]]</h2>
<ul>
<li><a class="govuk-link" href="{{SITE}}/student/entry">[[Choose your category of student]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/student/entry/china-student">[[Services for students from mainland China]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/register">[[Register an account]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/login">[[Log in]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/forgot-password">[[Forgotten your password?]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/verify">[[Check if a permit is genuine]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/faq">[[Frequently asked questions]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/contact">[[Contact us]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/privacy">[[Privacy notice]]</a></li>
<li><a class="govuk-link" href="{{SITE}}/accessibility">[[Accessibility statement]]</a></li>
</ul>
<h2>[[After you log in]]</h2>
<ul>
<li><a class="govuk-link" href="{{STUDENT}}/todo">[[menu|To-do list]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/apply/exchange">[[menu|Exchange for a multiple-entry permit]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/apply/extension">[[menu|Extend a multiple-entry permit]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/apply/data-change">[[menu|Change of data]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/corrections">[[menu|Corrections and documents requested]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/progress">[[menu|Progress of applications]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/withdrawal">[[menu|Withdraw an application]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/payment">[[menu|Pay online]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/password">[[menu|Change your password]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/basic-data">[[menu|Basic data]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/passkeys">[[menu|Passkeys]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/sessions">[[menu|Where you are logged in]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/download/permits">[[menu|Download permits]]</a></li>
<li><a class="govuk-link" href="{{STUDENT}}/download/receipts">[[menu|Download receipts]]</a></li>
</ul>
</div>
