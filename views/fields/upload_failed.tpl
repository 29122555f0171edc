{{%AUTOESCAPE context="HTML"}}
<div class="upload-failed" role="alert" data-upload-failed hidden>
<p>[[This did not reach us because the connection was lost or the service is busy. Everything you entered is still on this page.]]</p>
<button type="button" class="govuk-button govuk-button--secondary">[[button|Try again]]</button>
</div>
