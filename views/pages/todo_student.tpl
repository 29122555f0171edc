{{%AUTOESCAPE context="HTML"}}
<div class="student">
<section aria-labelledby="steps-title">
<h2 class="govuk-heading-m" id="steps-title">[[Your next step]]</h2>
{{#STEPS}}
<ul class="student-steps">
{{#STEP}}
<li>
<p class="student-what">{{WHAT}}</p>
{{#BY}}<p class="govuk-body"><strong>{{VALUE}}</strong>{{#CALENDAR}} <a class="govuk-link" href="{{VALUE}}">[[Add this day to your calendar]]</a>{{/CALENDAR}}</p>{{/BY}}
<p class="govuk-hint">{{ABOUT}}</p>
<a class="govuk-button{{#LATER}} govuk-button--secondary{{/LATER}}" href="{{LINK}}">{{ACTION}}<span class="govuk-visually-hidden"> {{NUMBER}}</span></a>
</li>
{{/STEP}}
</ul>
{{/STEPS}}
{{#NO_STEPS}}
<p class="govuk-body">[[You have nothing to do at the moment.]]</p>
<p class="govuk-hint">{{SERVICE}}</p>
<a class="govuk-button" href="{{APPLY}}">[[menu|Apply online]]</a>
{{/NO_STEPS}}
</section>
{{#PERMIT}}
<section class="student-permit" aria-labelledby="permit-title">
<h2 class="govuk-heading-m" id="permit-title">[[Your permit]]</h2>
<p class="govuk-body">{{KIND}}{{#OVER}} <span class="tag tag-ended">[[permit|Ended]]</span>{{/OVER}}</p>
<dl class="student-facts">
<dt>[[Permit number]]</dt>
<dd class="code">{{NUMBER}}</dd>
<dt>[[Valid until]]</dt>
<dd class="code">{{EXPIRES_ON}}</dd>
<dt>[[You can stay in Taiwan until]]</dt>
<dd><span class="code">{{STAY_UNTIL}}</span>{{#STAY_CALENDAR}} <a class="govuk-link" href="{{VALUE}}">[[Add to calendar]]<span class="govuk-visually-hidden"> {{STAY_UNTIL}}</span></a>{{/STAY_CALENDAR}}</dd>
{{#EXCHANGE}}
<dt>[[Exchange it by]]</dt>
<dd><span class="code">{{DAY}}</span>{{#CALENDAR}} <a class="govuk-link" href="{{VALUE}}">[[Add to calendar]]<span class="govuk-visually-hidden"> {{DAY}}</span></a>{{/CALENDAR}}</dd>
{{/EXCHANGE}}
{{#EXTENSION}}
<dt>[[You can apply to extend it from]]</dt>
<dd><span class="code">{{DAY}}</span>{{#CALENDAR}} <a class="govuk-link" href="{{VALUE}}">[[Add to calendar]]<span class="govuk-visually-hidden"> {{DAY}}</span></a>{{/CALENDAR}}</dd>
{{/EXTENSION}}
</dl>
{{#PAPER}}<p class="govuk-body"><a class="govuk-link" href="{{VALUE}}">[[Download the permit]]</a></p>{{/PAPER}}
</section>
{{/PERMIT}}
</div>
