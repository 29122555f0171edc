{{%AUTOESCAPE context="HTML"}}
{{#CLAIMS}}
<div class="warn-box">
<p><strong>[[These answers do not match the agency's register]]</strong></p>
<ul class="govuk-list govuk-list--bullet">
{{#CLAIM}}<li><a class="govuk-link" href="{{LINK}}">{{TEXT}}</a></li>
{{/CLAIM}}</ul>
<p>[[Check them again. Your permit will show the information in the register until a reviewer accepts your answers.]]</p>
</div>
{{/CLAIMS}}
