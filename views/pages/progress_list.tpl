{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Progress of applications: list]]</h1>
<p class="govuk-body">{{FOUND}}</p>
{{#NONE}}
<p class="table-none">[[No applications match your search.]]</p>
{{/NONE}}
{{#TABLE}}
<table class="table table-many">
<thead>
<tr>
<th scope="col">[[No.]]</th>
<th scope="col">[[Group/batch number]]</th>
<th scope="col">[[column|Applicant]]</th>
<th scope="col">[[Service]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Stage]]</th>
<th scope="col">[[Number of applicants]]</th>
<th scope="col">[[Application date]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Group/batch number]]">{{GROUP}}</td>
<td data-label="[[column|Applicant]]">{{APPLICANT}}</td>
<td data-label="[[Service]]">{{SERVICE}}</td>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Stage]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span></td>
<td data-label="[[Number of applicants]]">{{APPLICANTS}}</td>
<td data-label="[[Application date]]">{{SENT_ON}}</td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}?from=progress">[[View]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
<nav class="govuk-button-group" aria-label="[[Pages of this list]]">
{{#PREVIOUS}}<a class="govuk-link" rel="prev" href="{{VALUE}}">[[Previous page]]</a>{{/PREVIOUS}}
{{#NEXT}}<a class="govuk-link" rel="next" href="{{VALUE}}">[[Next page]]</a>{{/NEXT}}
<a class="govuk-link" href="{{SEARCH_LINK}}">[[Back to search]]</a>
</nav>
