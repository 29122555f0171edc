{{%AUTOESCAPE context="HTML"}}
{{#FAULTY}}
<div class="file-faults">
<p><strong>{{SLOT}}</strong><br>{{NAME}}</p>
<ul class="govuk-list govuk-list--bullet">
{{#FAULT}}
<li>{{TEXT}}</li>
{{/FAULT}}
</ul>
<p>[[You can send it as it is, but we may return it to you.]]</p>
<p><a class="govuk-link" href="{{LINK}}">[[Change the file]]<span class="govuk-visually-hidden"> {{NAME}}</span></a></p>
</div>
{{/FAULTY}}
