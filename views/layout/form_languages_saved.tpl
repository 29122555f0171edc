{{%AUTOESCAPE context="HTML"}}
<noscript>
<div class="form-languages">
<button type="submit" class="link-button" name="do" value="stay" formaction="{{PATH:U=html}}?lang=zh-TW{{#CHECKED}}&amp;check=yes{{/CHECKED}}" formnovalidate lang="zh-Hant-TW">繁體中文</button>
<button type="submit" class="link-button" name="do" value="stay" formaction="{{PATH:U=html}}?lang=en{{#CHECKED}}&amp;check=yes{{/CHECKED}}" formnovalidate lang="en">English</button>
</div>
</noscript>
