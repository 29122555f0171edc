{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/apply/{{CODE}}" class="govuk-back-link">[[Back to the terms of use]]</a>
{{>STEPS}}
<p class="caption">[[Individual application]] · {{SERVICE}}</p>
<h1 class="govuk-heading-l">[[Permit number]]</h1>
{{#RIGHT_SERVICES}}
<div class="warn-box">
<p>[[Apply with this number here:]]</p>
<ul class="govuk-list">
{{#RIGHT_SERVICE}}
<li><a class="govuk-link" href="{{STUDENT}}/apply/{{CODE}}">{{SERVICE}}</a></li>
{{/RIGHT_SERVICE}}
</ul>
</div>
{{/RIGHT_SERVICES}}
{{#OWN}}
<section class="standing" aria-labelledby="own-title">
<h2 class="govuk-heading-s" id="own-title">[[Your permits in our register]]</h2>
<ul class="govuk-list">
{{#OWN_PERMIT}}
<li><strong class="code">{{NUMBER}}</strong> {{UNTIL}}{{#USABLE}} <a class="govuk-link" href="{{STUDENT}}/apply/{{CODE}}/permit?agreed=yes&amp;number={{NUMBER}}">[[Use this number]]<span class="govuk-visually-hidden"> {{NUMBER}}</span></a>{{/USABLE}}{{#REASON}}<br>{{VALUE}}{{/REASON}}</li>
{{/OWN_PERMIT}}
</ul>
</section>
{{/OWN}}
<form method="post" action="{{STUDENT}}/apply/{{CODE}}/permit" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{%PART "layout/form_languages.tpl"}}
<input type="hidden" name="act" value="{{IDEMPOTENCY_KEY}}">
<input type="hidden" name="agreed" value="yes">
{{>PERMIT_NUMBER}}
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[button|Send]]</button>
</form>
