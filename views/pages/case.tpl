{{%AUTOESCAPE context="HTML"}}
{{#FROM_TODO}}<a href="{{STUDENT}}/todo" class="govuk-back-link">[[Back to the to-do list]]</a>{{/FROM_TODO}}{{#FROM_PROGRESS}}<a href="{{STUDENT}}/progress?list=yes" class="govuk-back-link">[[Back to the list of applications]]</a>{{/FROM_PROGRESS}}
<span class="govuk-caption-l">{{SERVICE}}</span>
<h1 class="govuk-heading-l">[[Receipt number]] <span class="code">{{RECEIPT}}</span></h1>
<section class="standing" aria-labelledby="standing-title">
<h2 class="govuk-visually-hidden" id="standing-title">[[Status of your application]]</h2>
<p class="govuk-body"><span class="tag {{STATE_TONE}}">{{STATE}}</span> <span class="since">[[since]] {{SINCE}}</span></p>
<p class="govuk-body-l">{{NEXT}}</p>
{{#DEADLINE}}<p class="govuk-body"><strong>{{VALUE}}</strong> <a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}/deadline.ics">[[Add this day to your calendar]]</a></p>
{{/DEADLINE}}{{#TURN}}<p class="govuk-body">[[Who needs to act now:]] <strong>{{VALUE}}</strong></p>
{{/TURN}}{{#USUAL}}<p class="govuk-body">{{VALUE}} <span class="optional">[[(based on the last 90 days)]]</span></p>
{{/USUAL}}
{{#OPINION_NOW}}<div class="govuk-inset-text"><strong>[[Reviewer's comments]]</strong><br>{{VALUE}}</div>
{{/OPINION_NOW}}
{{#QUARANTINED_FILE}}<div class="warn-box"><p><strong>{{NAME}}</strong></p><p>{{VALUE}}</p></div>
{{/QUARANTINED_FILE}}{{#UNAPPLIED}}<p class="govuk-body"><a class="govuk-link" href="{{STUDENT}}/payment/{{VALUE}}">[[We have received your money: do not pay again]]</a></p>
{{/UNAPPLIED}}
<div class="govuk-button-group">
{{#PAY}}<a class="govuk-button" href="{{STUDENT}}/payment">[[Pay online]]</a>
{{/PAY}}{{#CORRECT}}<a class="govuk-button" href="{{STUDENT}}/corrections/{{RECEIPT}}">[[button|Correct]]</a>
{{/CORRECT}}{{#DOWNLOAD}}<a class="govuk-button" href="{{STUDENT}}/download/permits/{{RECEIPT}}.pdf">[[Download the permit]]</a>
{{/DOWNLOAD}}<a class="govuk-link" href="{{STUDENT}}/cases/{{RECEIPT}}/application.pdf">[[Your application as sent (PDF)]]</a>
{{#WITHDRAW}}<a class="govuk-link" href="{{STUDENT}}/withdrawal/{{RECEIPT}}">[[Withdraw the application]]</a>
{{/WITHDRAW}}</div>
</section>
{{#ISSUED_PERMIT}}
<h2 class="govuk-heading-m">[[Your permit]]</h2>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[You can stay in Taiwan until]]</dt><dd class="govuk-summary-list__value"><span class="code">{{STAY_UNTIL}}</span> <a class="govuk-link" href="{{STAY_CALENDAR}}">[[Add to calendar]]<span class="govuk-visually-hidden"> {{STAY_UNTIL}}</span></a></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[You can apply to extend it from]]</dt><dd class="govuk-summary-list__value"><span class="code">{{EXTEND_FROM}}</span> <a class="govuk-link" href="{{EXTEND_CALENDAR}}">[[Add to calendar]]<span class="govuk-visually-hidden"> {{EXTEND_FROM}}</span></a></dd></div>
</dl>
{{/ISSUED_PERMIT}}
<h2 class="govuk-heading-m">[[Application details]]</h2>
<dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Group/batch number]]</dt><dd class="govuk-summary-list__value code">{{GROUP}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[case|Applicant]]</dt><dd class="govuk-summary-list__value">{{APPLICANT}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Permit number]]</dt><dd class="govuk-summary-list__value code">{{PERMIT_NUMBER}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Date sent]]</dt><dd class="govuk-summary-list__value">{{SUBMITTED}}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">[[Fee]]</dt><dd class="govuk-summary-list__value">{{FEE}}</dd></div>
</dl>
{{>ANSWERS}}
{{#REPLACED}}
<h2 class="govuk-heading-m">[[Replaced files]]</h2>
<ul class="govuk-list files">
{{#REPLACED_FILE}}
<li>{{SLOT}}: {{#OPENS}}<a class="govuk-link" href="{{LINK}}">{{NAME}}</a>{{/OPENS}}{{#SHUT}}{{NAME}}{{/SHUT}} <span class="file-size">{{SIZE}}</span>{{%PART "layout/file_state.tpl"}} <span class="since">[[replaced on]] {{AT}}</span></li>
{{/REPLACED_FILE}}
</ul>
{{/REPLACED}}
<h2 class="govuk-heading-m">[[History]]</h2>
<ol class="govuk-list history">
{{#HISTORY}}
<li><time class="history-at">{{AT}}</time> <span class="tag {{STATE_TONE}}">{{STATE}}</span> <span class="history-what">{{EVENT}} · {{ACTOR}}</span>{{#OPINION}}<p class="history-opinion">{{VALUE}}</p>{{/OPINION}}{{#CHANGES}}
<ul class="govuk-list history-changes">
{{#CHANGE}}<li>{{LABEL}}: {{#WAS}}<del>{{BEFORE}}</del>{{/WAS}}{{#WAS_EMPTY}}<span class="no-answer">[[Not given]]</span>{{/WAS_EMPTY}} → {{#IS}}<ins>{{AFTER}}</ins>{{/IS}}{{#IS_EMPTY}}<span class="no-answer">[[Not given]]</span>{{/IS_EMPTY}}</li>
{{/CHANGE}}</ul>{{/CHANGES}}</li>
{{/HISTORY}}
</ol>
