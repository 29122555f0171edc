{{%AUTOESCAPE context="HTML"}}
<noscript>
<div class="form-languages">
<button type="submit" class="link-button" name="do" value="save" formaction="?lang=zh-TW" formnovalidate lang="zh-Hant-TW">繁體中文</button>
<button type="submit" class="link-button" name="do" value="save" formaction="?lang=en" formnovalidate lang="en">English</button>
</div>
</noscript>
