{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">[[Individual application]] · [[Permit number]] <span class="code">{{PERMIT_NUMBER}}</span></p>
<h1 class="govuk-heading-l">{{SERVICE}}</h1>
<p class="govuk-body">[[You can fill in the sections in any order. We keep your answers as a draft, so you can come back to it later, even on another device.]]</p>
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
{{#GO_ON}}<a class="govuk-button" href="{{NEXT}}">[[Continue to the next section]]</a>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="check">[[Continue to check your answers]]</button>
{{/GO_ON}}{{#ALL_DONE}}<button type="submit" class="govuk-button" name="do" value="check">[[Continue to check your answers]]</button>
{{/ALL_DONE}}
</div>
</form>
<ul class="govuk-list">
<li><a class="govuk-link" href="{{PATH}}?all=yes">[[Show the whole form on one page]]</a></li>
<li><a class="govuk-link" href="{{PATH}}/discard">[[Delete the draft]]</a></li>
</ul>
