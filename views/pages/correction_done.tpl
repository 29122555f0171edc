{{%AUTOESCAPE context="HTML"}}
<div class="panel-done" role="alert">
<h1>[[Your correction has been sent]]</h1>
<p>[[Receipt number]] <strong>{{RECEIPT}}</strong></p>
</div>
<p class="govuk-body">[[The case is back with the agency:]] <span class="tag {{STATE_TONE}}">{{STATE}}</span></p>
<p class="govuk-body">[[It stands among your new applications again. You will get a mail when it is decided.]]</p>
<div class="govuk-button-group">
<a class="govuk-button" href="{{STUDENT}}/todo">[[To the to-do list]]</a>
<a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}">[[Look at the case]]</a>
</div>
