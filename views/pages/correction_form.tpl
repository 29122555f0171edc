{{%AUTOESCAPE context="HTML"}}
<p class="caption">{{SERVICE}} · [[Receipt number]] <span class="code">{{RECEIPT}}</span></p>
<h1 class="govuk-heading-l">{{#ALL}}[[Correct the applicant's details]]{{/ALL}}{{#DOCUMENTS_ONLY}}[[Upload the documents requested]]{{/DOCUMENTS_ONLY}}</h1>
<section class="warn-box" aria-labelledby="opinion-title">
<h2 class="govuk-heading-m" id="opinion-title">[[Reviewer's comments]]</h2>
{{#OPINION}}<p class="govuk-body">{{VALUE}}</p>
{{/OPINION}}
<p class="govuk-hint">[[Time returned]] {{RETURNED_AT}}</p>
{{#DEADLINE}}<p class="govuk-body"><strong>{{VALUE}}</strong></p>
{{/DEADLINE}}
{{#REMARKS}}
<h3 class="govuk-heading-s">[[Comments on individual answers and files]]</h3>
<ul class="govuk-list govuk-list--bullet">
{{#REMARK_LINE}}
<li><a class="govuk-link" href="#{{ANCHOR}}">{{LABEL}}</a><br>{{TEXT}}</li>
{{/REMARK_LINE}}
</ul>
{{/REMARKS}}
</section>
{{#WHOLE}}{{#ALL}}<p class="govuk-body">[[You can change every answer and replace every file. Files you replace are kept in the history of the application.]]</p>
{{/ALL}}{{/WHOLE}}
{{#DOCUMENTS_ONLY}}<p class="govuk-body">[[You only need to upload documents. Upload new ones and remove any that no longer apply. You cannot change your other answers.]]</p>
{{/DOCUMENTS_ONLY}}
{{#ASKED}}<p class="govuk-body">{{#ALL}}[[This page shows what the reviewer asks for and what you have changed.]] <a class="govuk-link" href="{{PATH}}?all=yes">[[Change something else]]</a>{{/ALL}}{{#DOCUMENTS_ONLY}}<a class="govuk-link" href="{{PATH}}?all=yes">[[Show the whole application]]</a>{{/DOCUMENTS_ONLY}}</p>
{{/ASKED}}
{{#TO_ASKED}}<p class="govuk-body"><a class="govuk-link" href="{{PATH}}">[[Show only what the reviewer asks for]]</a></p>
{{/TO_ASKED}}
<form method="post" action="{{PATH}}{{#CHECKED}}?check=yes{{/CHECKED}}" enctype="multipart/form-data" novalidate data-upload data-upload-at-once data-keep{{#UNSAVED}} data-unsaved{{/UNSAVED}} data-uploading="[[Uploading]]">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#WHOLE}}<input type="hidden" name="section" value="all">
{{/WHOLE}}
<button type="submit" class="govuk-visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">[[button|Save]]</button>
{{%PART "layout/form_languages_saved.tpl"}}
{{%PART "fields/application_fields.tpl"}}

<h2 class="form-group-title">[[Reply to the reviewer's comments]]</h2>
{{#REPLY_ROW}}{{#OPEN}}<input type="hidden" name="open" value="{{VALUE}}">
{{/OPEN}}{{>CONFLICT}}{{>REPLY}}
{{/REPLY_ROW}}
{{%PART "fields/upload_failed.tpl"}}
<p class="govuk-hint" role="status" data-kept="[[Saved automatically at]]" data-conflict="[[A different answer was saved in another window. Select a button to see both.]]"></p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" name="do" value="check">[[Continue to check your answers]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="save">[[Save and come back later]]</button>
<a class="govuk-link" href="{{STUDENT}}/corrections">[[Back to the list]]</a>
</div>
</form>
