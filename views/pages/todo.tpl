{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[To-do list]]</h1>
{{%PART "pages/todo_student.tpl"}}
<div class="govuk-tabs" data-module="govuk-tabs">
<h2 class="govuk-tabs__title">[[Your applications]]</h2>
<ul class="govuk-tabs__list">
{{#TAB}}
<li class="govuk-tabs__list-item{{#FIRST}} govuk-tabs__list-item--selected{{/FIRST}}"><a class="govuk-tabs__tab" href="#{{CODE}}">{{NAME}} <span class="tab-count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
{{#PANEL}}
<div class="govuk-tabs__panel{{#LATER}} govuk-tabs__panel--hidden{{/LATER}}" id="{{CODE}}">
<h2 class="govuk-heading-m panel-title">{{NAME}}</h2>
{{#DRAFTS}}
<section class="block block-drafts">
<h3 class="govuk-heading-s">[[Started but not sent yet]]</h3>
<ul class="govuk-list drafts">
{{#DRAFT}}
<li><span>[[Permit number]] <span class="code">{{PERMIT_NUMBER}}</span></span> <a class="govuk-link" href="{{STUDENT}}/apply/drafts/{{ID}}">[[Continue]]<span class="govuk-visually-hidden"> {{PERMIT_NUMBER}}</span></a> <a class="govuk-link" href="{{STUDENT}}/apply/drafts/{{ID}}/discard">[[Delete]]<span class="govuk-visually-hidden"> {{PERMIT_NUMBER}}</span></a> <span class="govuk-hint">[[Last saved on {{UPDATED}}, kept until {{KEPT_UNTIL}}]]</span></li>
{{/DRAFT}}
</ul>
</section>
{{/DRAFTS}}
{{#BLOCK}}
<section class="block">
<h3 class="govuk-heading-s">{{TITLE}}{{#COUNTED}} <span class="block-count">{{COUNT}}</span>{{/COUNTED}}</h3>
{{#TABLE}}
<table class="table">
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Applicant name]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Number of applicants]]</th>
{{#WITH_STATE}}<th scope="col">[[Status]]</th>{{/WITH_STATE}}
<th scope="col">[[Date sent]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Applicant name]]">{{APPLICANT}}</td>
<td class="code" data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Number of applicants]]">{{APPLICANTS}}</td>
{{#STATE_CELL}}<td data-label="[[Status]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span></td>{{/STATE_CELL}}
<td data-label="[[Date sent]]">{{SENT_ON}}</td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/{{PLACE}}/{{RECEIPT}}">[[View]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
{{#EMPTY}}<p class="govuk-body empty">[[None]]</p>{{/EMPTY}}
</section>
{{/BLOCK}}
</div>
{{/PANEL}}
</div>
<details class="board" data-open-wide>
<summary><h2 class="govuk-heading-m">[[Notice board]]</h2>{{#ANY_IMPORTANT}} <span class="tag tag-waiting">[[Important]]</span>{{/ANY_IMPORTANT}}</summary>
{{#HAS_ANNOUNCEMENTS}}{{%PART "pages/announcement_table.tpl"}}
<p class="govuk-body more"><a class="govuk-link" href="{{STUDENT}}/announcements">MORE<span class="govuk-visually-hidden"> [[All announcements]]</span></a></p>{{/HAS_ANNOUNCEMENTS}}
{{#NO_ANNOUNCEMENTS}}<p class="govuk-body empty">[[There are no announcements.]]</p>{{/NO_ANNOUNCEMENTS}}
</details>
