{{%AUTOESCAPE context="HTML"}}
<p class="caption">[[Mainland students]]</p>
<h1 class="govuk-heading-l">[[Services for students from mainland China]]</h1>
<p class="lead">[[Use this service if you study in Taiwan and need to exchange, extend or change your entry permit. You can apply, check progress, pay and download the new permit on a computer or a phone. You do not need to visit a service counter.]]</p>

<h2 class="form-group-title">[[What you can apply for]]</h2>
<div class="services">
<section class="service">
<h3>[[service|Exchange for a multiple-entry permit]]</h3>
<p>[[If you entered Taiwan on a single-entry permit and have enrolled at your school, you can exchange it for a multiple-entry permit. You can then leave and enter Taiwan during your studies.]]</p>
<dl>
<dt>[[You will need]]</dt>
<dd>[[your single-entry permit with its entry stamp, your health certificate, your travel document and a photo]]</dd>
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
<p>[[If you are still studying and your permitted stay is about to end, apply in the {{MONTHS}} months before its last day.]]</p>
<dl>
<dt>[[You will need]]</dt>
<dd>[[your multiple-entry permit, proof of enrolment, your travel document and a photo]]</dd>
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
<p>[[If your address, passport or other information on your permit has changed or is wrong, tell us and we will issue a new permit. The name of your school comes from the agency's register. If you have changed schools, ask your new school to report it to the agency first. Your form will then show the new school.]]</p>
<dl>
<dt>[[You will need]]</dt>
<dd>[[documents that prove the change and a photo]]</dd>
{{#DATA_CHANGE_REVIEW}}<dt>[[Review time]]</dt>
<dd>{{VALUE}}</dd>
{{/DATA_CHANGE_REVIEW}}<dt>[[Fee]]</dt>
<dd>[[free]]</dd>
</dl>
</section>
</div>

<h2 class="form-group-title">[[How to apply]]</h2>
<ol class="way">
<li><strong>[[step|Register]]</strong> [[Do this once, with the details from your admission and an email address that is not from a provider in mainland China. We will email you a link to activate your account.]]</li>
<li><strong>[[step|Apply]]</strong> [[Fill in the form and upload your documents as photos, scans or PDFs. We fill in the information we already have.]]</li>
<li><strong>[[step|Wait for the review]]</strong> [[You can check progress at any time. If anything is missing, we will email you to say what we need.]] [[You have {{ANSWER_DAYS}} days to respond.]]</li>
<li><strong>[[step|Pay]]</strong> [[When your application has been approved, pay by card, by bank transfer or at a convenience store.]] [[You have {{PAY_DAYS}} days to pay.]]</li>
<li><strong>[[step|Download]]</strong> [[Download your permit and receipt as PDFs. Print the permit in colour on A4 paper and carry it when you leave or enter Taiwan.]]</li>
</ol>

<h2 class="form-group-title">[[Before you start]]</h2>
<ul class="govuk-list govuk-list--bullet">
<li>[[your permit and your Mainland Travel Permit]]</li>
<li>[[a portrait photo taken in the last 2 years (JPEG, PNG or HEIC, at least 413 × 531 pixels)]]</li>
<li>[[the documents listed above (JPG, PNG, HEIC, BMP or PDF, up to 20 MB each; we reduce the size of photos and scans that are too large)]]</li>
<li>[[the names, dates of birth and addresses of your parents]]</li>
</ul>
<p class="govuk-body">[[We keep your answers as a draft, so you can stop at any time and come back later.]]</p>
<p class="start"><a class="govuk-button" href="{{STUDENT}}/login">[[button|Apply now]]</a></p>
