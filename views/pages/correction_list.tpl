{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Corrections and documents requested: list]]</h1>
{{#NONE}}
<p class="table-none">[[None of your applications needs a correction or documents.]]</p>
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
<th scope="col">[[Status]]</th>
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
<td data-label="[[Status]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span>{{#DEADLINE}} <span class="since">{{VALUE}}</span>{{/DEADLINE}}</td>
<td data-label="[[Number of applicants]]">{{APPLICANTS}}</td>
<td data-label="[[Application date]]">{{SENT_ON}}</td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/corrections/{{RECEIPT}}">[[View]]<span class="govuk-visually-hidden"> {{RECEIPT}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/TABLE}}
