{{%AUTOESCAPE context="HTML"}}
{{#ASKED_MAILBOX}}<input type="hidden" name="asked_mailbox" value="{{VALUE}}">
{{/ASKED_MAILBOX}}
<input type="hidden" name="revision" value="{{REVISION}}">
<input type="hidden" name="page" value="{{PAGE}}">
{{#IN_REQUEST}}
{{#TITLED}}<h2 class="form-group-title">[[Application]]</h2>{{/TITLED}}
{{#PHOTO}}{{%PART "fields/photo_guidance.tpl"}}
{{%PART "fields/upload_slot.tpl"}}{{/PHOTO}}
{{#REQUEST}}{{%PART "fields/form_row.tpl"}}{{/REQUEST}}
{{/IN_REQUEST}}

{{#IN_DOCUMENTS}}
{{#TITLED}}<h2 class="form-group-title">[[Documents]]</h2>{{/TITLED}}
<ol class="govuk-list govuk-list--number">
<li>[[Files must be JPG, JPEG, PNG, HEIC, BMP or PDF. They must be clear enough to read. Nothing may be written or drawn on images of identity cards or passports, for example "影印本" or "COPY".]]</li>
<li>[[You can photograph a document with your phone. A file can be up to 20 MB. If a photo or scan is too large to keep, we will reduce its size. You can upload up to 5 files for each document.]]</li>
<li>[[If a document is not in Chinese or English, also upload a Chinese translation.]]</li>
<li>[[Scan documents at their original size.]]</li>
<li>[[If a document has information on both sides, scan and upload the front and the back.]]</li>
<li>[[If you take a picture of a page, lay it flat in daylight, hold the phone straight above it and keep all four edges in the picture.]]</li>
</ol>
{{#SLOT}}{{%PART "fields/upload_slot.tpl"}}{{/SLOT}}
{{/IN_DOCUMENTS}}

{{#IN_APPLICANT}}
{{#TITLED}}<h2 class="form-group-title">[[Applicant]]</h2>{{/TITLED}}
{{#APPLICANT}}{{%PART "fields/form_row.tpl"}}{{/APPLICANT}}
{{/IN_APPLICANT}}

{{#IN_DECLARATION}}
{{#TITLED}}<h2 class="form-group-title">[[Declaration of posts held]]</h2>{{/TITLED}}
<div class="warn-box">
<p>[[Under Article 77 of the Act Governing Relations between the People of the Taiwan Area and the Mainland Area, a person of the Mainland Area who committed an offence against the internal or external security of the state outside the Taiwan Area, has been permitted to enter the Taiwan Area and declared the offence truthfully when applying is exempt from prosecution.]]</p>
<p>[[You must declare it here if you hold or have held a full-time post in an administrative, military, party or united front body of the Mainland Area, or if you are a delegate of a people's congress, a member of a political consultative conference or on the staff of a Taiwan affairs office. Leaving this out or giving false information counts as concealment or a false declaration, for which you are responsible in law.]]</p>
</div>
{{#DECLARATION}}{{%PART "fields/form_row.tpl"}}{{/DECLARATION}}
{{/IN_DECLARATION}}

{{#IN_GUARANTOR}}
{{#TITLED}}<h2 class="form-group-title">[[Guarantor]]</h2>{{/TITLED}}
{{#GUARANTOR}}{{%PART "fields/form_row.tpl"}}{{/GUARANTOR}}
{{/IN_GUARANTOR}}

{{#IN_RELATIVES}}
{{#TITLED}}<h2 class="form-group-title">[[Relatives]]</h2>{{/TITLED}}
{{#IN_FATHER}}
{{#TITLED}}<h3 class="govuk-heading-m">[[Father]]</h3>{{/TITLED}}
{{#FATHER}}{{%PART "fields/form_row.tpl"}}{{/FATHER}}
{{/IN_FATHER}}
{{#IN_MOTHER}}
{{#TITLED}}<h3 class="govuk-heading-m">[[Mother]]</h3>{{/TITLED}}
{{#MOTHER}}{{%PART "fields/form_row.tpl"}}{{/MOTHER}}
{{/IN_MOTHER}}
{{/IN_RELATIVES}}
