{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Online payment]]</h1>
{{#NOTHING}}
<p class="table-none">[[You have nothing to pay. Applications appear here when they have been approved.]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/todo">[[To-do list]]</a></p>
{{/NOTHING}}
{{#SOMETHING}}
{{#PAYABLE}}<p class="govuk-body">[[Select the groups you want to pay for together, or choose one group number to pay for that group alone.]]</p>
{{/PAYABLE}}<form method="get" action="{{STUDENT}}/payment/details">
{{#PAYABLE}}<p class="govuk-body tick-all tick-all-phone"><a class="govuk-link" href="{{STUDENT}}/payment?all=yes" data-tick-all>[[Select all]]</a></p>
{{/PAYABLE}}<table class="table table-many">
<caption class="govuk-visually-hidden">[[Approved applications awaiting payment]]</caption>
<thead>
<tr>
<th scope="col">{{#PAYABLE}}<span class="tick-all"><a class="govuk-link" href="{{STUDENT}}/payment?all=yes" data-tick-all>[[Select all]]</a></span>{{/PAYABLE}}{{#NOT_PAYABLE}}<span class="govuk-visually-hidden">[[Select]]</span>{{/NOT_PAYABLE}}</th>
<th scope="col">[[Group/batch number]]</th>
<th scope="col">[[Service]]</th>
<th scope="col">[[Applicant name]]</th>
<th scope="col">[[Type of permit]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col" class="number">[[Number of applicants]]</th>
<th scope="col" class="number">[[Amount]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[Select]]">{{#OFFERED}}<span class="govuk-checkboxes govuk-checkboxes--small tick-cell"><span class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="group-{{NUMBER}}" name="group" value="{{GROUP}}"{{#TICKED}} checked{{/TICKED}}><label class="govuk-label govuk-checkboxes__label" for="group-{{NUMBER}}"><span class="govuk-visually-hidden">[[Pay for group]] {{GROUP}}</span></label></span></span>{{/OFFERED}}</td>
<td data-label="[[Group/batch number]]">{{#OFFERED}}<a class="govuk-link code" href="{{STUDENT}}/payment/details?group={{GROUP}}">{{GROUP}}</a>{{/OFFERED}}{{#NOT_OFFERED}}<span class="code">{{GROUP}}</span>{{/NOT_OFFERED}}</td>
<td data-label="[[Service]]">{{SERVICE}}</td>
<td data-label="[[Applicant name]]">{{APPLICANT}}</td>
<td data-label="[[Type of permit]]">[[permit kind|Multiple-entry permit]]</td>
<td data-label="[[Receipt number]]"><span>{{#RECEIPT}}<span class="code">{{RECEIPT_NUMBER}}</span>{{#RECEIPT_separator}}, {{/RECEIPT_separator}}{{/RECEIPT}}{{#OPEN}}<br><span class="tag {{STATE_TONE}}">{{STATE}}</span> <a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}">{{METHOD}}{{#UNTIL}} [[(until {{DATE}})]]{{/UNTIL}}</a>{{/OPEN}}{{#UNAPPLIED}}<br><span class="tag {{STATE_TONE}}">{{STATE}}</span> <a class="govuk-link" href="{{STUDENT}}/payment/{{REFERENCE}}">[[We have received your money: do not pay again]]</a>{{/UNAPPLIED}}</span></td>
<td class="number" data-label="[[Number of applicants]]">{{APPLICANTS}}</td>
<td class="number" data-label="[[Amount]]">{{AMOUNT}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
{{#PAYABLE}}<button type="submit" class="govuk-button" data-module="govuk-button">[[button|Pay]]</button>
{{/PAYABLE}}</form>
{{/SOMETHING}}
