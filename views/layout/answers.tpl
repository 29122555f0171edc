{{%AUTOESCAPE context="HTML"}}
{{#PART}}
<section class="answers">
{{#CHANGE_PART}}<div class="answers-head">
{{/CHANGE_PART}}<h2 class="govuk-heading-m">{{TITLE}}</h2>
{{#CHANGE_PART}}<p class="govuk-body"><a class="govuk-link" href="{{LINK}}">[[Change]]<span class="govuk-visually-hidden"> {{TITLE}}</span></a></p>
</div>
{{/CHANGE_PART}}
<dl class="govuk-summary-list">
{{#ROW}}
<div class="govuk-summary-list__row{{#FIXED}} govuk-summary-list__row--no-actions{{/FIXED}}">
<dt class="govuk-summary-list__key">{{LABEL}}{{#CHANGED}} <span class="tag tag-waiting">[[Changed]]</span>{{/CHANGED}}</dt>
<dd class="govuk-summary-list__value">{{#CHANGED}}<div class="value-pair"><div class="value-before"><span class="value-name">[[Before]]</span> {{#BEFORE}}<del>{{VALUE}}</del>{{/BEFORE}}{{#ADDED}}[[Not in our records]]{{/ADDED}}</div><div><span class="value-name">[[Now]]</span> {{/CHANGED}}{{#ANSWER}}{{VALUE}}{{/ANSWER}}{{#NO_ANSWER}}<span class="no-answer">[[Not given]]</span>{{/NO_ANSWER}}{{#CHANGED}}</div></div>{{/CHANGED}}{{#PHOTO}}<a href="{{LINK}}"><img class="photo" src="{{LINK}}" alt="[[Photo of the applicant]]" width="105" height="135"></a>{{/PHOTO}}{{#FILES}}<ul class="govuk-list files">{{#FILE}}<li>{{#OPENS}}<a class="govuk-link" href="{{LINK}}">{{NAME}}</a>{{/OPENS}}{{#SHUT}}{{NAME}}{{/SHUT}} <span class="file-size">{{SIZE}}</span>{{%PART "layout/file_state.tpl"}}{{#ADDED}} <span class="tag tag-waiting">[[New]]</span>{{/ADDED}}{{#REMOVED}} <span class="tag tag-ended">[[Will be removed]]</span>{{/REMOVED}}</li>{{/FILE}}</ul>{{/FILES}}</dd>
{{#CHANGE}}<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{{LINK}}">[[Change]]<span class="govuk-visually-hidden"> {{LABEL}}</span></a></dd>
{{/CHANGE}}
</div>
{{/ROW}}
</dl>
</section>
{{/PART}}
