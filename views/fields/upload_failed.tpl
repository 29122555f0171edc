{{%AUTOESCAPE context="HTML"}}
<div class="upload-failed" role="alert" data-upload-failed hidden>
<p>[[This did not arrive: the connection was lost or the site is busy. What you typed and chose is still here.]]</p>
<button type="button" class="govuk-button govuk-button--secondary">[[button|Try again]]</button>
</div>
