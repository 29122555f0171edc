{{%AUTOESCAPE context="HTML"}}
{{#WARNING}}
<div class="warn-box">
<p>{{TEXT}} [[You can send the application without this, but we may ask you for it later.]]</p>
<p><a class="govuk-link" href="{{LINK}}">[[Upload it now]]</a></p>
</div>
{{/WARNING}}
