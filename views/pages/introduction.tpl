{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Mainland students]]</p>
<h1 class="govuk-heading-l">[[Services for students from mainland China]]</h1>
<p class="lead">[[You study in Taiwan and your entry papers need attention? Do it here from your desk or your phone, follow how it goes, pay and download the new permit. No visit to a counter is needed.]]</p>

<h2 class="form-group-title">[[Three services]]</h2>
<div class="services">
<section class="service">
<h3>[[service|Exchange for a multiple-entry permit]]</h3>
<p>[[You have entered Taiwan on a single-entry permit and enrolled at your school. Exchange it for a multiple-entry permit, with which you travel in and out during your studies.]]</p>
<dl>
<dt>[[You need]]</dt>
<dd>[[the single-entry permit with its entry stamp, the health certificate, your travel document, a photo]]</dd>
<dt>[[When to apply]]</dt>
<dd>[[within {{EXCHANGE_MONTHS}} months of entering Taiwan]]</dd>
{{#EXCHANGE_REVIEW}}<dt>[[Review time]]</dt>
<dd>{{VALUE}}</dd>
{{/EXCHANGE_REVIEW}}<dt>[[Fee]]</dt>
<dd>{{EXCHANGE_FEE}}</dd>
</dl>
</section>
<section class="service">
<h3>[[service|Extension of a multiple-entry permit]]</h3>
<p>[[Your studies go on and the permitted stay is about to end. Apply within the {{MONTHS}} months before its last day.]]</p>
<dl>
<dt>[[You need]]</dt>
<dd>[[the multiple-entry permit, a certificate of enrolment, your travel document, a photo]]</dd>
<dt>[[When to apply]]</dt>
<dd>[[within {{MONTHS}} months before your permitted stay ends]]</dd>
{{#EXTENSION_REVIEW}}<dt>[[Review time]]</dt>
<dd>{{VALUE}}</dd>
{{/EXTENSION_REVIEW}}<dt>[[Fee]]</dt>
<dd>{{EXTENSION_FEE}}</dd>
</dl>
</section>
<section class="service">
<h3>[[service|Change of data]]</h3>
<p>[[Your school, address, passport or another entry has changed. Report it here, and the permit is issued anew.]]</p>
<dl>
<dt>[[You need]]</dt>
<dd>[[documents that prove the change, a photo]]</dd>
{{#DATA_CHANGE_REVIEW}}<dt>[[Review time]]</dt>
<dd>{{VALUE}}</dd>
{{/DATA_CHANGE_REVIEW}}<dt>[[Fee]]</dt>
<dd>[[free of charge]]</dd>
</dl>
</section>
</div>

<h2 class="form-group-title">[[How it goes]]</h2>
<ol class="way">
<li><strong>[[step|Register]]</strong> [[Once, with the data of your admission and a mailbox outside mainland China. A mail activates the account.]]</li>
<li><strong>[[step|Apply]]</strong> [[Fill in the form, most of which we know already, and upload your documents as photos, scans or PDF.]]</li>
<li><strong>[[step|Wait for the review]]</strong> [[You see its progress at any time. If something is missing, we tell you by mail what to add.]] [[You have {{ANSWER_DAYS}} days to answer.]]</li>
<li><strong>[[step|Pay]]</strong> [[By card, transfer or at a convenience store, once the application is approved.]] [[You have {{PAY_DAYS}} days to pay.]]</li>
<li><strong>[[step|Download]]</strong> [[The permit and the receipt are ready as PDF. Print the permit in colour on A4 and take it with you when you travel.]]</li>
</ol>

<h2 class="form-group-title">[[Have these ready]]</h2>
<ul class="govuk-list govuk-list--bullet">
<li>[[your permit and your mainland travel document]]</li>
<li>[[a portrait photo not older than two years, JPEG, PNG or HEIC, at least 413 × 531 pixels]]</li>
<li>[[the documents named above: JPG, PNG, HEIC, BMP or PDF, up to 20 MB each; a photo or scan that is too large is made smaller by the site]]</li>
<li>[[the names, birthdays and addresses of your parents]]</li>
</ul>
<p class="govuk-body">[[What you have filled in is kept as a draft, so that you can stop at any time and go on later.]]</p>
<p class="start"><a class="govuk-button" href="{{STUDENT}}/login">[[button|I want to apply]]</a></p>
