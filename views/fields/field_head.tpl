{{%AUTOESCAPE context="HTML"}}
<label class="govuk-label" for="{{NAME}}">{{LABEL}}{{#REQUIRED}}&nbsp;<span class="required" aria-hidden="true">*</span>{{/REQUIRED}}{{#OPTIONAL}} <span class="optional">[[(optional)]]</span>{{/OPTIONAL}}</label>
{{%PART "fields/field_notes.tpl"}}
