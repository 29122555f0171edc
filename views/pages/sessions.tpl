{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[menu|Where you are logged in]]</h1>
<p class="govuk-body">[[These browsers are logged in to your account. If you do not recognise one, log it out and then change your password.]]</p>
<table class="table">
<thead>
<tr>
<th scope="col">[[Browser]]</th>
<th scope="col">[[IP address]]</th>
<th scope="col">[[Time of login]]</th>
<th scope="col">[[Last active]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[Browser]]"><span>{{DEVICE}}{{#PRESENT}} <span class="tag tag-active">[[This browser]]</span>{{/PRESENT}}</span></td>
<td data-label="[[IP address]]"><span class="code">{{ADDRESS}}</span></td>
<td data-label="[[Time of login]]">{{SINCE}}</td>
<td data-label="[[Last active]]">{{LAST_SEEN}}</td>
<td data-label="[[Action]]">{{#PRESENT}}<form method="post" action="{{STUDENT}}/logout">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[button|Log out]]</button>
</form>{{/PRESENT}}{{#OTHER}}<form method="post" action="{{STUDENT}}/sessions">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{KEY}}">
<input type="hidden" name="session" value="{{ID}}">
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[button|Log out]]<span class="govuk-visually-hidden"> {{DEVICE}}</span></button>
</form>{{/OTHER}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
{{#OTHERS}}
<form method="post" action="{{STUDENT}}/sessions">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="act" value="{{KEY}}">
<input type="hidden" name="session" value="others">
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true">[[button|Log out on all other devices]]</button>
</form>
{{/OTHERS}}
<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/password">[[menu|Change your password]]</a></p>
