{{%AUTOESCAPE context="HTML"}}
<a class="govuk-back-link" href="{{BACK}}">{{#TO_CHECK}}[[Back to check your answers]]{{/TO_CHECK}}{{#TO_LIST}}[[All sections of the form]]{{/TO_LIST}}</a>
<p class="caption">{{SERVICE}}{{#GROUP}} · {{VALUE}}{{/GROUP}} · [[Section {{NUMBER}} of {{ALL}}]]</p>
<h1 class="govuk-heading-l">{{TITLE}}</h1>
<p class="govuk-body">[[You must fill in fields marked *.]]</p>
<form id="main-form" method="post" action="{{PATH}}{{#CHECKED}}?check=yes{{/CHECKED}}" enctype="multipart/form-data" novalidate data-upload data-upload-at-once data-keep{{#UNSAVED}} data-unsaved{{/UNSAVED}} data-uploading="[[Uploading]]">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="section" value="{{SECTION}}">
{{#TO_CHECK}}<input type="hidden" name="from" value="check">
{{/TO_CHECK}}
<button type="submit" class="govuk-visually-hidden" name="do" value="next" tabindex="-1" aria-hidden="true">[[button|Save]]</button>
{{%PART "layout/form_languages_saved.tpl"}}
{{%PART "fields/application_fields.tpl"}}

{{%PART "fields/upload_failed.tpl"}}
<p class="govuk-hint" role="status" data-kept="[[Saved automatically at]]" data-conflict="[[A different answer was saved in another window. Select a button to see both.]]"></p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" name="do" value="next">[[Save and continue]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="save">[[Save and come back later]]</button>
</div>
</form>
