{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{%PART "fields/field_notes.tpl"}}
<div class="govuk-checkboxes">
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" value="yes"{{#CHOSEN}} checked{{/CHOSEN}} {{%PART "fields/field_attributes.tpl"}}>
<label class="govuk-label govuk-checkboxes__label" for="{{NAME}}">{{LABEL}}</label>
</div>
</div>
</div>
