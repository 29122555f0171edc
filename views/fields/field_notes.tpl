{{%AUTOESCAPE context="HTML"}}
{{#HINT}}<div class="govuk-hint" id="{{NAME}}-hint">{{#CONDITION}}<span data-condition>{{VALUE}}</span> {{/CONDITION}}{{VALUE}}</div>{{/HINT}}
{{#ERROR}}<p class="govuk-error-message" id="{{NAME}}-error"><span class="govuk-visually-hidden">[[Error:]]</span>{{#LINE}} <span class="line">{{VALUE}}</span>{{/LINE}}</p>{{/ERROR}}
