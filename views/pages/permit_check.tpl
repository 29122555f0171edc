{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Check whether a permit is genuine]]</h1>
{{#ADDRESS_RESTS}}
<div class="panel-failed" role="alert">
<h2 class="govuk-heading-m">[[Too many checks in vain]]</h2>
<p>[[From your network, numbers and birth dates that do not belong together were asked for too often. Please wait ten minutes and try again.]]</p>
</div>
{{/ADDRESS_RESTS}}
{{#NUMBER_RESTS}}
<div class="panel-failed" role="alert">
<h2 class="govuk-heading-m">[[Too many checks in vain]]</h2>
<p>[[Today this permit number was checked too often with a birth date that does not belong to it. Please check it again tomorrow.]]</p>
</div>
{{/NUMBER_RESTS}}
{{#VERDICT}}
<div class="verdict" role="status">
<h2 class="govuk-heading-m">[[Permit {{NUMBER}}]] <span class="tag {{TONE}}">{{WORD}}</span></h2>
<p class="govuk-body">{{MEANING}}</p>
<p class="govuk-body-s">[[Checked at {{CHECKED_AT}}]]</p>
</div>
{{/VERDICT}}
<p class="govuk-body">[[For whoever is shown a multiple-entry permit. The answer says whether the permit holds, and nothing about its holder.]]</p>
<form method="post" action="{{SITE}}/verify" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
{{>NUMBER_FIELD}}
{{>BIRTH_DATE_FIELD}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button">[[button|Check]]</button>
<a class="govuk-link" href="{{SITE}}/student/entry">[[Back to the portal]]</a>
</div>
</form>
