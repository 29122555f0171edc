{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{%PART "fields/field_head.tpl"}}
<input class="govuk-input{{#ERROR}} govuk-input--error{{/ERROR}}{{#WIDTH}} govuk-input--width-{{VALUE}}{{/WIDTH}}{{#CODE}} code{{/CODE}}" type="{{TYPE}}" {{%PART "fields/field_attributes.tpl"}} value="{{VALUE}}"{{#AUTOCOMPLETE}} autocomplete="{{VALUE}}"{{/AUTOCOMPLETE}}{{#INPUT_MODE}} inputmode="{{VALUE}}"{{/INPUT_MODE}}{{#MAX_LENGTH}} maxlength="{{VALUE}}"{{/MAX_LENGTH}}{{#AS_TYPED}} spellcheck="false" autocapitalize="{{VALUE}}"{{/AS_TYPED}}{{#READ_ONLY}} readonly{{/READ_ONLY}}>
</div>
