{{%AUTOESCAPE context="HTML"}}
<div class="panel-done" role="alert">
<h1>[[Your correction has been sent]]</h1>
<p>[[Receipt number]] <strong>{{RECEIPT}}</strong></p>
</div>
<p class="govuk-body">[[The agency has your application again. Its status is:]] <span class="tag {{STATE_TONE}}">{{STATE}}</span></p>
<p class="govuk-body">[[It is listed under your new applications again. We will email you when there is a decision.]]</p>
<div class="govuk-button-group">
<a class="govuk-button" href="{{STUDENT}}/todo">[[Go to the to-do list]]</a>
<a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}">[[View the application]]</a>
</div>
