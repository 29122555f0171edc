{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{%PART "fields/field_head.tpl"}}
<input class="govuk-file-upload{{#ERROR}} govuk-file-upload--error{{/ERROR}}" type="file" {{%PART "fields/field_attributes.tpl"}}{{#ACCEPT}} accept="{{VALUE}}"{{/ACCEPT}}{{#SEVERAL}} multiple{{/SEVERAL}}>
</div>
