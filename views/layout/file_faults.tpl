{{%AUTOESCAPE context="HTML"}}
{{#FAULTS}}
<div class="file-faults">
<p><strong>[[Check this file again]]</strong></p>
<ul class="govuk-list govuk-list--bullet">
{{#FAULT}}
<li>{{TEXT}}</li>
{{/FAULT}}
</ul>
<p>[[You can send it as it is, but we may return it to you.]]</p>
</div>
{{/FAULTS}}
