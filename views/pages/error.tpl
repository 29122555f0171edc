{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">{{TITLE}}</h1>
<p class="govuk-body-l">{{ADVICE}}</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/todo">[[To-do list]]</a></p>
<p class="govuk-body-s error-number">[[Error]] {{STATUS}} · [[request number]] <span class="code">{{REQUEST_ID}}</span></p>
