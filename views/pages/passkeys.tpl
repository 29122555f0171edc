{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Passkeys]]</h1>
<p class="govuk-body">[[A passkey lets you log in with your fingerprint, face or screen lock instead of your password and the verification code. It is stored on your device or in your password manager. Your fingerprint and face data never leave your device. You can still use your password.]]</p>
{{#SOME}}
<table class="table">
<thead>
<tr>
<th scope="col">[[Passkey name]]</th>
<th scope="col">[[Time added]]</th>
<th scope="col">[[Last used]]</th>
<th scope="col">[[Action]]</th>
</tr>
</thead>
<tbody>
{{#ROW}}
<tr>
<td data-label="[[Passkey name]]">{{NAME}}</td>
<td data-label="[[Time added]]">{{SINCE}}</td>
<td data-label="[[Last used]]">{{LAST_USED}}</td>
<td data-label="[[Action]]"><a class="govuk-link" href="{{STUDENT}}/passkeys/{{ID}}/remove">[[Remove]]<span class="govuk-visually-hidden"> {{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
{{/SOME}}
{{#NONE}}<p class="table-none">[[You have not added a passkey yet.]]</p>{{/NONE}}
{{#MAY_ADD}}
<div data-passkey-offer hidden>
<a class="govuk-button" href="{{STUDENT}}/passkeys/new">[[Add a passkey]]</a>
</div>
<p class="govuk-body" data-passkey-absent>[[To add a passkey, use a browser that supports passkeys, with JavaScript turned on.]]</p>
{{/MAY_ADD}}
{{#FULL}}<p class="govuk-body">[[You have {{COUNT}} passkeys, which is the most an account can have. Remove one before you add another.]]</p>{{/FULL}}
