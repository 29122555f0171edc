{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{%PART "fields/field_head.tpl"}}
<textarea class="govuk-textarea{{#ERROR}} govuk-textarea--error{{/ERROR}}" rows="{{ROWS}}" {{%PART "fields/field_attributes.tpl"}}{{#MAX_LENGTH}} maxlength="{{VALUE}}"{{/MAX_LENGTH}}>
{{VALUE}}</textarea>
</div>
