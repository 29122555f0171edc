{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[menu|Download permits]]</h1>
{{#ONLY}}
<section class="standing" aria-labelledby="only-title">
<h2 class="govuk-heading-m" id="only-title">[[Your permit]]</h2>
<p class="govuk-body">[[Permit number]] <strong class="code">{{PAPER}}</strong>{{#UNTIL}}<br>[[Permit valid until]] <strong class="code">{{VALUE}}</strong>{{/UNTIL}}</p>
<p class="govuk-body"><a class="govuk-button" href="{{STUDENT}}/download/permits/{{PAPER}}.pdf">[[Download the permit]]</a></p>
</section>
{{/ONLY}}
<p class="govuk-body">[[Search by one of these. If you leave them all empty, we will list all your permits.]]</p>
<form method="get" action="{{STUDENT}}/download/permits" novalidate>
{{%PART "fields/search_numbers.tpl"}}
{{%PART "fields/search_days.tpl"}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button{{#ONLY}} govuk-button--secondary{{/ONLY}}">[[Search]]</button>
<a class="govuk-link" href="{{STUDENT}}/download/permits">[[Clear]]</a>
</div>
</form>
{{#NONE}}
<p class="table-none">[[No permits match your search.]]</p>
{{/NONE}}
{{#ONLY_LATEST}}
<p class="govuk-body">{{VALUE}}</p>
{{/ONLY_LATEST}}
{{#TABLE}}
<table class="table table-many">
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Group/batch number]]</th>
<th scope="col">[[Service]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Permit holder]]</th>
<th scope="col">[[Payment date]]</th>
<th scope="col">[[Permit valid until]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Group/batch number]]">{{GROUP}}</td>
<td data-label="[[Service]]">{{SERVICE}}</td>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Permit holder]]">{{HOLDER}}</td>
<td data-label="[[Payment date]]">{{PAID_ON}}</td>
<td data-label="[[Permit valid until]]">{{EXPIRES_ON}}{{#REPLACED}} <span class="tag tag-ended">[[Replaced]]</span>{{/REPLACED}}</td>
<td data-label="[[Action]]">{{#READY}}<a class="govuk-link" href="{{STUDENT}}/download/permits/{{PAPER}}.pdf">[[Download]]<span class="govuk-visually-hidden"> {{PAPER}}</span></a>{{/READY}}{{#WAITING}}[[Being prepared]]{{/WAITING}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
