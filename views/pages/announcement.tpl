{{%AUTOESCAPE context="HTML"}}
<a href="{{STUDENT}}/announcements" class="govuk-back-link">[[Back to the notice board]]</a>
<article>
<h1 class="govuk-heading-l">{{TITLE}}</h1>
<p class="govuk-body-s byline">{{#IMPORTANT}}<span class="tag tag-waiting">[[Important]]</span> {{/IMPORTANT}}{{UNIT}} · {{PUBLISHED_ON}}</p>
{{#PARAGRAPH}}<p class="govuk-body">{{VALUE}}</p>
{{/PARAGRAPH}}
</article>
