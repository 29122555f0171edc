{{%AUTOESCAPE context="HTML"}}
<div id="{{NAME}}" class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
<fieldset class="govuk-fieldset"{{#DESCRIBED}} aria-describedby="{{#HINT}}{{NAME}}-hint {{/HINT}}{{#ERROR}}{{NAME}}-error{{/ERROR}}"{{/DESCRIBED}}>
<legend class="govuk-fieldset__legend">{{LABEL}}{{#REQUIRED}}&nbsp;<span class="required" aria-hidden="true">*</span>{{/REQUIRED}}{{#OPTIONAL}} <span class="optional">[[(optional)]]</span>{{/OPTIONAL}}</legend>
{{%PART "fields/field_notes.tpl"}}
<input type="hidden" name="{{NAME}}" value="">
<div class="govuk-checkboxes">
{{#CHOICE}}
<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" id="{{NAME}}-{{NUMBER}}" name="{{NAME}}" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}>
<label class="govuk-label govuk-checkboxes__label" for="{{NAME}}-{{NUMBER}}">{{CHOICE_LABEL}}</label>
{{#CHOICE_HINT}}<div class="govuk-hint govuk-checkboxes__hint">{{VALUE}}</div>{{/CHOICE_HINT}}
</div>
{{/CHOICE}}
</div>
</fieldset>
</div>
