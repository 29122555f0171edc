{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Progress of applications: search]]</h1>
<p class="govuk-body">[[Search by what you know. If you leave everything empty, we will list all your applications.]]</p>
<form method="get" action="{{STUDENT}}/progress" novalidate>
<input type="hidden" name="list" value="yes">
{{%PART "fields/search_numbers.tpl"}}
<div class="field-pair">
<div>{{>SERVICE}}</div>
<div>{{>STAGE}}</div>
</div>
{{%PART "fields/search_days.tpl"}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[Search]]</button>
<a class="govuk-link" href="{{STUDENT}}/progress">[[Clear]]</a>
</div>
</form>
