{{%AUTOESCAPE context="HTML"}}
{{>STEPS}}
<p class="caption">[[Individual application]] · {{SERVICE}}</p>
<h1 class="govuk-heading-l">[[Terms of use]]</h1>
<form method="post" action="{{STUDENT}}/apply/{{CODE}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="text-box" role="region" aria-labelledby="terms-title">
<h2 class="govuk-heading-m" id="terms-title">[[Terms for using the online application]]</h2>
{{#EXCHANGE}}<p>[[Here a student of the mainland area who has entered Taiwan on a single-entry permit and has enrolled applies for its exchange for a multiple-entry permit.]]</p>{{/EXCHANGE}}
{{#EXTENSION}}<p>[[Here a student of the mainland area who holds a multiple-entry permit applies for its extension. One may apply only within the three months before the permitted stay ends.]]</p>{{/EXTENSION}}
{{#DATA_CHANGE}}<p>[[Here a student of the mainland area who holds a multiple-entry permit reports data that have changed or that are wrong on it.]]</p>{{/DATA_CHANGE}}
<ol class="govuk-list govuk-list--number">
<li>[[I fill in the form truthfully and completely. If anything turns out to be untrue or left out, the permit may be refused or revoked, and I answer for it under the law.]]</li>
<li>[[The files that I upload are complete and legible copies of my own documents. Nothing is written or drawn over them.]]</li>
<li>[[The agency may compare what I enter with the records of my school and of other authorities as far as the application needs it.]]</li>
<li>[[My personal data are collected, processed and used to decide on this application, to issue the permit and to keep the entry and exit records, in Taiwan, as long as the law prescribes. I may ask to see, correct or complete them. Without them the application cannot be handled.]]</li>
<li>[[I keep my login secret. What is sent from my account counts as sent by me.]]</li>
<li>[[I look after the messages of this system and answer in time when data or documents are asked for.]]</li>
</ol>
</div>
<div data-opens="agree-button">
{{>AGREED}}
</div>
<button type="submit" class="govuk-button" id="agree-button" data-module="govuk-button" data-prevent-double-click="true">[[button|OK]]</button>
</form>
