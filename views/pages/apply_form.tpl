{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<a class="govuk-back-link" href="{{PATH}}">[[All sections of the form]]</a>
<p class="caption">[[Individual application]] · [[Permit number]] <span class="code">{{PERMIT_NUMBER}}</span></p>
<h1 class="govuk-heading-l">{{SERVICE}}</h1>
<p class="govuk-body">[[You must fill in fields marked *. We keep your answers as a draft, so you can come back to it later, even on another device.]]</p>
<form method="post" action="{{PATH}}{{#CHECKED}}?check=yes{{/CHECKED}}" enctype="multipart/form-data" novalidate data-upload data-upload-at-once data-keep{{#UNSAVED}} data-unsaved{{/UNSAVED}} data-uploading="[[Uploading]]">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="section" value="all">
<button type="submit" class="govuk-visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">[[button|Save]]</button>
{{%PART "layout/form_languages_saved.tpl"}}

{{%PART "fields/application_fields.tpl"}}

{{%PART "fields/upload_failed.tpl"}}
<p class="govuk-hint" role="status" data-kept="[[Saved automatically at]]" data-conflict="[[A different answer was saved in another window. Select a button to see both.]]"></p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" name="do" value="check">[[Continue to check your answers]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="save">[[Save and come back later]]</button>
<a class="govuk-link" href="{{PATH}}/discard">[[Delete the draft]]</a>
</div>
</form>
