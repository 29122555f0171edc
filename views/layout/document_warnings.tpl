{{%AUTOESCAPE context="HTML"}}
{{#WARNING}}
<div class="warn-box">
<p>{{TEXT}} [[You can send the application without it, but may be asked for it later.]]</p>
<p><a class="govuk-link" href="{{LINK}}">[[Upload it now]]</a></p>
</div>
{{/WARNING}}
