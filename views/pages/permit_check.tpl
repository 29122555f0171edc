{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Check if a permit is genuine]]</h1>
{{#ADDRESS_RESTS}}
<div class="panel-failed" role="alert">
<h2 class="govuk-heading-m">[[Too many failed checks]]</h2>
<p>[[There have been too many checks from your network where the permit number and date of birth did not match. Wait 10 minutes and try again.]]</p>
</div>
{{/ADDRESS_RESTS}}
{{#NUMBER_RESTS}}
<div class="panel-failed" role="alert">
<h2 class="govuk-heading-m">[[Too many failed checks]]</h2>
<p>[[This permit number has been checked too many times today with the wrong date of birth. Try again tomorrow.]]</p>
</div>
{{/NUMBER_RESTS}}
{{#VERDICT}}
<div class="verdict" role="status">
<h2 class="govuk-heading-m">[[Permit {{NUMBER}}]] <span class="tag {{TONE}}">{{WORD}}</span></h2>
<p class="govuk-body">{{MEANING}}</p>
<p class="govuk-body-s">[[Checked on {{CHECKED_AT}}]]</p>
</div>
{{/VERDICT}}
<p class="govuk-body">[[Use this page if someone shows you a multiple-entry permit. It tells you if the permit is valid. It does not show any information about the holder.]]</p>
<form method="post" action="{{SITE}}/verify" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
{{>NUMBER_FIELD}}
{{>BIRTH_DATE_FIELD}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Check]]</button>
<a class="govuk-link" href="{{SITE}}/student/entry">[[Back to the home page]]</a>
</div>
</form>
