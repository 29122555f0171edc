{{%AUTOESCAPE context="HTML"}}
{{#FAULTS}}
<div class="file-faults">
<p><strong>[[Please look at this file again]]</strong></p>
<ul class="govuk-list govuk-list--bullet">
{{#FAULT}}
<li>{{TEXT}}</li>
{{/FAULT}}
</ul>
<p>[[You can send it as it is, but it may be sent back to you.]]</p>
</div>
{{/FAULTS}}
