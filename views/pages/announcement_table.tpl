{{%AUTOESCAPE context="HTML"}}
<table class="govuk-table cards">
<thead class="govuk-table__head">
<tr class="govuk-table__row">
<th scope="col" class="govuk-table__header">[[Important]]</th>
<th scope="col" class="govuk-table__header">[[Title]]</th>
<th scope="col" class="govuk-table__header">[[Announced by]]</th>
<th scope="col" class="govuk-table__header">[[Date announced]]</th>
</tr>
</thead>
<tbody class="govuk-table__body">
{{#ANNOUNCEMENT}}
<tr class="govuk-table__row">
<td class="govuk-table__cell" data-label="[[Important]]">{{#IMPORTANT}}<span class="tag tag-warning">[[Important]]</span>{{/IMPORTANT}}{{#ORDINARY}}<span aria-hidden="true">–</span>{{/ORDINARY}}</td>
<td class="govuk-table__cell" data-label="[[Title]]"><a class="govuk-link" href="{{STUDENT}}/announcements/{{ID}}">{{TITLE}}</a></td>
<td class="govuk-table__cell" data-label="[[Announced by]]">{{UNIT}}</td>
<td class="govuk-table__cell" data-label="[[Date announced]]">{{PUBLISHED_ON}}</td>
</tr>
{{/ANNOUNCEMENT}}
</tbody>
</table>
