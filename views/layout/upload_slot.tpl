{{%AUTOESCAPE context="HTML"}}
<div class="upload-slot">
{{>FILE_FIELD}}
{{#HAS_FILES}}
<ul class="govuk-list files">
{{#FILE}}
<li>{{#PREVIEW}}<img class="photo" src="{{LINK}}" alt="[[Photo of the applicant]]" width="105" height="135"> {{/PREVIEW}}<a class="govuk-link" href="{{LINK}}" target="_blank" rel="noopener">{{NAME}}</a> <span class="file-size">{{SIZE}}</span> <button type="submit" class="link-button" name="do" value="remove:{{ID}}" formnovalidate>[[button|Remove]]<span class="govuk-visually-hidden"> {{NAME}}</span></button></li>
{{/FILE}}
</ul>
{{/HAS_FILES}}
<noscript><button type="submit" class="govuk-button govuk-button--secondary" name="do" value="upload">[[button|Upload]]</button></noscript>
</div>
