{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}} fixed-field" id="{{NAME}}" tabindex="-1">
<p class="govuk-label">{{LABEL}}{{#REQUIRED}}&nbsp;<span class="required" aria-hidden="true">*</span>{{/REQUIRED}}{{#OPTIONAL}} <span class="optional">[[(optional)]]</span>{{/OPTIONAL}}</p>
{{%PART "fields/field_notes.tpl"}}
<p class="fixed-value">{{#GIVEN}}{{VALUE}}{{/GIVEN}}{{#NOT_GIVEN}}<span class="no-answer">[[Not given]]</span>{{/NOT_GIVEN}}</p>
</div>
