{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANG}}" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{{#HAS_ERRORS}}[[window title|Error]] · {{/HAS_ERRORS}}{{TITLE}} · [[short name|Students Online Application System]]</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="[[Students from mainland China: apply online to exchange, extend or change a Taiwan entry permit, check progress, pay the fee and download the permit.]]">
<meta name="theme-color" content="#0b5c6b">
<link rel="icon" href="{{%STATIC "emblem.svg"}}" type="image/svg+xml">
<link rel="stylesheet" href="{{%STATIC "site.css"}}">
<script type="module" src="{{%STATIC "site.js"}}"></script>
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">[[Skip to main content]]</a>
{{%PART "layout/head.tpl"}}
<main id="main" tabindex="-1" class="ground">
{{#NOTICE}}
<div class="notice{{#SUCCESS}} notice-success{{/SUCCESS}}{{#WARNING}} notice-warning{{/WARNING}}" role="{{#SUCCESS}}alert{{/SUCCESS}}{{#WARNING}}alert{{/WARNING}}{{#INFORMATION}}region{{/INFORMATION}}" aria-label="[[Message]]">
<p>{{TEXT}}</p>
</div>
{{/NOTICE}}
<div class="sheet{{#WIDE}} sheet-wide{{/WIDE}}">
{{#ERROR_SUMMARY}}
<div class="govuk-error-summary" data-module="govuk-error-summary">
<div role="alert">
<h2 class="govuk-error-summary__title">[[There is a problem]]</h2>
<div class="govuk-error-summary__body">
<ul class="govuk-list govuk-error-summary__list">
{{#ERROR_LINE}}
<li>{{#LINKED}}<a href="{{PAGE}}#{{FIELD}}">{{TEXT}}</a>{{/LINKED}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}</li>
{{/ERROR_LINE}}
</ul>
</div>
</div>
</div>
{{/ERROR_SUMMARY}}
{{>CONTENT}}
</div>
</main>
{{%PART "layout/foot.tpl"}}
{{#IDLE}}
<dialog class="idle" data-idle-seconds="{{SECONDS}}" data-idle-renew="{{STUDENT}}/todo" data-idle-login="{{STUDENT}}/login" data-idle-account="{{LOGIN}}" aria-labelledby="idle-title">
<h2 class="govuk-heading-m" id="idle-title">[[Do you need more time?]]</h2>
<p class="govuk-body">[[To protect your information, we will log you out soon. Time left:]] <strong data-idle-left></strong></p>
<p class="govuk-body" data-idle-ended hidden>[[You have been logged out. Your answers are still on this page. Log in again in a new window, then come back here and send them.]]</p>
<div class="govuk-button-group">
<button type="button" class="govuk-button" data-idle-stay>[[Stay logged in]]</button>
<a class="govuk-link" href="{{STUDENT}}/login" target="_blank" rel="noopener" data-idle-again hidden>[[Log in again]]</a>
</div>
</dialog>
{{/IDLE}}
</body>
</html>
