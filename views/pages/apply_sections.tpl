{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">[[Individual application]] · [[Permit number]] <span class="code">{{PERMIT_NUMBER}}</span></p>
<h1 class="govuk-heading-l">{{SERVICE}}</h1>
<p class="govuk-body">[[Fill in the sections in any order. What you enter is kept as a draft; you can go on with it later, also on another device.]]</p>
<h2 class="govuk-heading-m" id="sections-title">[[Sections of the form]]</h2>
<p class="govuk-body">{{PROGRESS}}</p>
<ol class="section-list" aria-labelledby="sections-title">
{{#SECTION}}
<li><span class="section-name">{{#GROUP}}<span class="section-group">{{VALUE}}</span> {{/GROUP}}<a class="govuk-link" href="{{LINK}}" aria-describedby="state-{{CODE}}">{{TITLE}}</a></span> {{#IS_DONE}}<strong class="tag tag-good" id="state-{{CODE}}"><span aria-hidden="true">✓</span> [[section|Done]]</strong>{{/IS_DONE}}{{#IS_TO_DO}}<strong class="tag tag-waiting" id="state-{{CODE}}"><span aria-hidden="true">○</span> [[section|To do]]</strong>{{/IS_TO_DO}}{{#IS_WRONG}}<strong class="tag tag-bad" id="state-{{CODE}}"><span aria-hidden="true">!</span> [[section|There is a problem]]</strong>{{/IS_WRONG}}</li>
{{/SECTION}}
</ol>
<form method="post" action="{{PATH}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="revision" value="{{REVISION}}">
<input type="hidden" name="page" value="{{PAGE_NAME}}">
<input type="hidden" name="section" value="list">
<div class="govuk-button-group">
{{#GO_ON}}<a class="govuk-button" href="{{NEXT}}">[[Go on with the next section]]</a>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="check">[[Go on to check your answers]]</button>
{{/GO_ON}}{{#ALL_DONE}}<button type="submit" class="govuk-button" name="do" value="check">[[Go on to check your answers]]</button>
{{/ALL_DONE}}
</div>
</form>
<ul class="govuk-list">
<li><a class="govuk-link" href="{{PATH}}?all=yes">[[Show the whole form on one page]]</a></li>
<li><a class="govuk-link" href="{{PATH}}/discard">[[Throw the draft away]]</a></li>
</ul>
