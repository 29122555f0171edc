{{%AUTOESCAPE context="HTML"}}
<div class="upload-slot">
{{>FILE_FIELD}}
{{#HAS_FILES}}
<ul class="govuk-list files">
{{#FILE}}
<li id="file-{{ID}}">{{#REMARK}}<div class="warn-box"><strong>[[Remark of the reviewer]]</strong><br>{{VALUE}}</div>
{{/REMARK}}{{#PREVIEW}}<img class="photo" src="{{LINK}}" alt="[[Photo of the applicant]]" width="105" height="135"> {{/PREVIEW}}<a class="govuk-link" href="{{LINK}}" target="_blank" rel="noopener">{{NAME}}</a> <span class="file-size">{{SIZE}}</span> {{#KEPT}}<button type="submit" class="link-button" name="do" value="remove:{{ID}}" formnovalidate>[[button|Remove]]<span class="govuk-visually-hidden"> {{NAME}}</span></button>{{/KEPT}}{{#REMOVED}}<span class="tag tag-ended">[[Will be removed]]</span> <button type="submit" class="link-button" name="do" value="restore:{{ID}}" formnovalidate>[[button|Keep after all]]<span class="govuk-visually-hidden"> {{NAME}}</span></button>{{/REMOVED}}</li>
{{/FILE}}
</ul>
{{/HAS_FILES}}
<noscript><button type="submit" class="govuk-button govuk-button--secondary" name="do" value="upload">[[button|Upload]]</button></noscript>
</div>
