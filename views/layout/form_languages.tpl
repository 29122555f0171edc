{{%AUTOESCAPE context="HTML"}}
<noscript>
<div class="form-languages">
<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">[[button|Send]]</button>
<button type="submit" class="link-button" formaction="?lang=zh-TW&amp;typed=yes" formnovalidate lang="zh-Hant-TW">繁體中文</button>
<button type="submit" class="link-button" formaction="?lang=en&amp;typed=yes" formnovalidate lang="en">English</button>
</div>
</noscript>
