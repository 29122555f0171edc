{{%AUTOESCAPE context="HTML"}}
{{#CLAIMS}}
<div class="warn-box">
<p><strong>[[These answers differ from the agency's register]]</strong></p>
<ul class="govuk-list govuk-list--bullet">
{{#CLAIM}}<li><a class="govuk-link" href="{{LINK}}">{{TEXT}}</a></li>
{{/CLAIM}}</ul>
<p>[[Check them once more. The permit shows the register's values until a reviewer has accepted yours.]]</p>
</div>
{{/CLAIMS}}
