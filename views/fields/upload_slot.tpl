{{%AUTOESCAPE context="HTML"}}
<div class="upload-slot" data-most-bytes="{{MOST_BYTES}}" data-light-bytes="{{LIGHT_BYTES}}" data-long-edge="{{LONG_EDGE}}">
{{>FILE_FIELD}}
{{#CAMERA}}<button type="button" class="govuk-button govuk-button--secondary" data-camera="{{SIDE}}" hidden>[[button|Take a picture with the camera]]<span class="govuk-visually-hidden">: {{LABEL}}</span></button>
{{/CAMERA}}
<p class="govuk-error-message" role="alert" data-too-large="{{TOO_LARGE}}" hidden></p>
{{#HAS_FILES}}
<ul class="govuk-list files">
{{#FILE}}
<li id="file-{{ID}}">{{#REMARK}}<div class="warn-box"><strong>[[Reviewer's comments]]</strong><br>{{VALUE}}</div>
{{/REMARK}}{{#PREVIEW}}<img class="photo" src="{{LINK}}" alt="[[Photo of the applicant]]" width="105" height="135"> {{/PREVIEW}}{{#OPENS}}<a class="govuk-link" href="{{LINK}}" target="_blank" rel="noopener">{{NAME}}</a>{{/OPENS}}{{#SHUT}}{{NAME}}{{/SHUT}} <span class="file-size">{{SIZE}}</span>{{%PART "layout/file_state.tpl"}} {{#KEPT}}<button type="submit" class="link-button" name="do" value="remove:{{ID}}" formnovalidate>[[button|Remove]]<span class="govuk-visually-hidden"> {{NAME}}</span></button>{{/KEPT}}{{#REMOVED}}<span class="tag tag-ended">[[Will be removed]]</span> <button type="submit" class="link-button" name="do" value="restore:{{ID}}" formnovalidate>[[button|Keep this file]]<span class="govuk-visually-hidden"> {{NAME}}</span></button>{{/REMOVED}}{{#QUARANTINED}}{{#KEPT}}<p class="govuk-error-message">[[This file has been locked and nobody can open it. Remove it and upload a clean one.]]</p>{{/KEPT}}{{/QUARANTINED}}{{%PART "layout/file_faults.tpl"}}</li>
{{/FILE}}
</ul>
{{/HAS_FILES}}
{{#CROP}}
<details class="govuk-details crop" data-crop>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">[[Crop the photo]]</span></summary>
<div class="govuk-details__text">
<p class="govuk-hint" id="crop-hint">[[Show the head and shoulders, with the face in the middle. Use the sliders to move and resize the frame, or drag it with a mouse or a finger.]]</p>
<input type="hidden" name="crop_photo" value="{{CROPPED}}">
<div class="crop-stage" data-crop-stage><img class="crop-picture" src="{{PICTURE}}" alt="[[The photo you uploaded]]" loading="lazy"><div class="crop-frame" data-crop-frame hidden></div></div>
<div class="crop-slider"><label class="govuk-label" for="crop_size">[[Frame size]]</label><input type="range" id="crop_size" name="crop_size" min="{{LEAST}}" max="1000" value="{{SIZE}}" aria-describedby="crop-hint"></div>
<div class="crop-slider"><label class="govuk-label" for="crop_x">[[Frame position, left to right]]</label><input type="range" id="crop_x" name="crop_x" min="0" max="1000" value="{{X}}"></div>
<div class="crop-slider"><label class="govuk-label" for="crop_y">[[Frame position, top to bottom]]</label><input type="range" id="crop_y" name="crop_y" min="0" max="1000" value="{{Y}}"></div>
<button type="submit" class="govuk-button govuk-button--secondary" name="do" value="crop" formnovalidate>[[button|Crop the photo]]</button>
</div>
</details>
{{/CROP}}
<noscript><button type="submit" class="govuk-button govuk-button--secondary" name="do" value="upload">[[button|Upload]]</button></noscript>
</div>
