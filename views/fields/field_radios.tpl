{{%AUTOESCAPE context="HTML"}}
<div id="{{NAME}}" class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
<fieldset class="govuk-fieldset"{{#DESCRIBED}} aria-describedby="{{#HINT}}{{NAME}}-hint {{/HINT}}{{#ERROR}}{{NAME}}-error{{/ERROR}}"{{/DESCRIBED}}>
<legend class="govuk-fieldset__legend">{{LABEL}}{{#REQUIRED}}&nbsp;<span class="required" aria-hidden="true">*</span>{{/REQUIRED}}{{#OPTIONAL}} <span class="optional">[[(optional)]]</span>{{/OPTIONAL}}</legend>
{{%PART "fields/field_notes.tpl"}}
<div class="govuk-radios{{#INLINE}} govuk-radios--inline{{/INLINE}}">
{{#CHOICE}}
<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" id="{{NAME}}-{{NUMBER}}" name="{{NAME}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}>
<label class="govuk-label govuk-radios__label" for="{{NAME}}-{{NUMBER}}">{{CHOICE_LABEL}}</label>
{{#CHOICE_HINT}}<div class="govuk-hint govuk-radios__hint">{{VALUE}}</div>{{/CHOICE_HINT}}
</div>
{{/CHOICE}}
</div>
</fieldset>
</div>
