{{%AUTOESCAPE context="HTML"}}
{{#ASKED_MAILBOX}}<input type="hidden" name="asked_mailbox" value="{{VALUE}}">
{{/ASKED_MAILBOX}}
<input type="hidden" name="revision" value="{{REVISION}}">
<input type="hidden" name="page" value="{{PAGE}}">
{{#IN_REQUEST}}
{{#TITLED}}<h2 class="form-group-title">[[Application]]</h2>{{/TITLED}}
{{#PHOTO}}{{%PART "fields/upload_slot.tpl"}}{{/PHOTO}}
{{#REQUEST}}{{%PART "fields/form_row.tpl"}}{{/REQUEST}}
{{/IN_REQUEST}}

{{#IN_DOCUMENTS}}
{{#TITLED}}<h2 class="form-group-title">[[Documents]]</h2>{{/TITLED}}
<ol class="govuk-list govuk-list--number">
<li>[[Files are JPG, JPEG, PNG, HEIC, BMP or PDF. What is uploaded must be legible; nothing may be written or drawn over identity cards and passports.]]</li>
<li>[[You can photograph a document with your phone. A file may have up to 20 MB: a photo or scan that is too large to keep is made smaller by the site. A kind of document takes at most 5 files.]]</li>
<li>[[A document that is neither in Chinese nor in English needs a Chinese translation as well.]]</li>
<li>[[Scan documents in their original size.]]</li>
<li>[[Of a document with entries on both sides upload the front and the back.]]</li>
</ol>
{{#SLOT}}{{%PART "fields/upload_slot.tpl"}}{{/SLOT}}
{{/IN_DOCUMENTS}}

{{#IN_APPLICANT}}
{{#TITLED}}<h2 class="form-group-title">[[Applicant]]</h2>{{/TITLED}}
{{#APPLICANT}}{{%PART "fields/form_row.tpl"}}{{/APPLICANT}}
{{/IN_APPLICANT}}

{{#IN_DECLARATION}}
{{#TITLED}}<h2 class="form-group-title">[[Declared posts]]</h2>{{/TITLED}}
<div class="warn-box">
<p>[[Under article 77 of the Act Governing Relations between the People of the Taiwan Area and the Mainland Area, a person of the mainland area who committed an offence against the internal or external security of the state outside the Taiwan area and who truthfully reports it when applying for entry is exempt from prosecution.]]</p>
<p>[[Whoever holds or held a full-time post in the administration, the military, the party or united front work of the mainland area, or is a delegate of a people's congress, a member of a political consultative conference or on the staff of a Taiwan affairs office, states it here truthfully. What is left out or untrue counts as concealment or false declaration.]]</p>
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
