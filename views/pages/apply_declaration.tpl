{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">[[Individual application]] · {{SERVICE}}</p>
<h1 class="govuk-heading-l">[[Terms of use]]</h1>
<form method="post" action="{{STUDENT}}/apply/{{CODE}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="text-box" role="region" aria-labelledby="terms-title">
<h2 class="govuk-heading-m" id="terms-title">[[Terms of use of the online application system]]</h2>
{{#EXCHANGE}}<p>[[This service is for students from mainland China who entered Taiwan on a single-entry permit and have enrolled. Use it to exchange that permit for a multiple-entry permit.]]</p>{{/EXCHANGE}}
{{#EXTENSION}}<p>[[This service is for students from mainland China who have a multiple-entry permit. Use it to extend the permit. You can only apply in the 3 months before your permitted stay ends.]]</p>{{/EXTENSION}}
{{#DATA_CHANGE}}<p>[[This service is for students from mainland China who have a multiple-entry permit. Use it to tell us about information that has changed or is wrong on the permit.]]</p>{{/DATA_CHANGE}}
<ol class="govuk-list govuk-list--number">
<li>[[I will fill in the form truthfully and completely. If I give false information or leave anything out, the permit may be refused or revoked, and I am responsible in law.]]</li>
<li>[[The files I upload are complete and clear images of my own documents. Nothing is written or drawn over them.]]</li>
<li>[[The agency may check my answers with my school and other authorities as far as this application requires.]]</li>
<li>[[My personal data will be collected, processed and used in Taiwan, for as long as the law requires, to decide this application, issue the permit and keep entry and exit records. I can ask to see, correct or add to the data. The agency cannot accept the application without them.]]</li>
<li>[[I will keep my username and password secret. Anything sent from my account counts as sent by me.]]</li>
<li>[[I will read the messages from this system and respond in time if I am asked for information or documents.]]</li>
</ol>
</div>
<div data-opens="agree-button">
{{>AGREED}}
</div>
<button type="submit" class="govuk-button" id="agree-button" data-module="govuk-button" data-prevent-double-click="true">[[button|OK]]</button>
</form>
