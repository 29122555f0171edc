{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Progress of cases: search]]</h1>
<p class="govuk-body">[[Fill in what you know. With nothing filled in, all your cases are listed.]]</p>
<form method="get" action="{{STUDENT}}/progress" novalidate>
<input type="hidden" name="list" value="yes">
<div class="field-pair">
<div>{{>GROUP}}</div>
<div>{{>RECEIPT}}</div>
</div>
<div class="field-pair">
<div>{{>SERVICE}}</div>
<div>{{>STAGE}}</div>
</div>
<div class="field-pair">
<div>{{>FROM}}</div>
<div>{{>TO}}</div>
</div>
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[Search]]</button>
<a class="govuk-link" href="{{STUDENT}}/progress">[[Clear]]</a>
</div>
</form>
