{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{%PART "fields/field_head.tpl"}}
<select class="govuk-select{{#ERROR}} govuk-select--error{{/ERROR}}" {{%PART "fields/field_attributes.tpl"}}>
<option value="">[[Select an answer]]</option>
{{#CHOICE}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{CHOICE_LABEL}}</option>
{{/CHOICE}}</select>
</div>
