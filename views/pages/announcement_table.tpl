{{%AUTOESCAPE context="HTML"}}
<table class="table table-notices">
<thead>
<tr>
<th scope="col">[[Important]]</th>
<th scope="col">[[Title]]</th>
<th scope="col">[[Announced by]]</th>
<th scope="col">[[Date]]</th>
</tr>
</thead>
<tbody>
{{#ANNOUNCEMENT}}
<tr>
<td data-label="[[Important]]">{{#IMPORTANT}}<span class="tag tag-waiting">[[Important]]</span>{{/IMPORTANT}}</td>
<td data-label="[[Title]]"><a class="govuk-link" href="{{STUDENT}}/announcements/{{ID}}">{{TITLE}}</a></td>
<td data-label="[[Announced by]]">{{UNIT}}</td>
<td data-label="[[Date]]">{{PUBLISHED_ON}}</td>
</tr>
{{/ANNOUNCEMENT}}
</tbody>
</table>
