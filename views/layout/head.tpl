{{%AUTOESCAPE context="HTML"}}
<header class="head">
<div class="head-row">
<a class="head-brand" href="{{#VISITOR}}{{STUDENT}}/todo{{/VISITOR}}{{#STRANGER}}{{SITE}}/student/entry{{/STRANGER}}">
<img src="{{%STATIC "emblem.svg"}}" alt="" width="48" height="48">
<span class="head-names">
<span class="head-agency"><span lang="zh-Hant-TW">中華民國內政部移民署</span> <span class="head-agency-en" lang="en">National Immigration Agency, Ministry of the Interior, Republic of China (Taiwan)</span></span>
<span class="head-system">[[Students Online Application System]]{{#IS_CHINESE}} <span class="head-system-en" lang="en">Students Online Application System</span>{{/IS_CHINESE}}</span>
</span>
</a>
<div class="head-tools">
<nav class="head-languages" aria-label="[[Language]]">
<a lang="zh-Hant-TW" hreflang="zh-Hant-TW" href="{{HERE_IN_CHINESE}}"{{#IS_CHINESE}} aria-current="true"{{/IS_CHINESE}}>繁體中文</a>
<a lang="en" hreflang="en" href="{{HERE_IN_ENGLISH}}"{{#IS_ENGLISH}} aria-current="true"{{/IS_ENGLISH}}>English</a>
</nav>
{{#VISITOR}}
<form class="head-logout" method="post" action="{{STUDENT}}/logout">
<input type="hidden" name="csrf" value="{{CSRF}}">
<span class="head-visitor">{{VISITOR_NAME}}</span>
<button type="submit" class="head-button">[[Log out]]</button>
</form>
{{/VISITOR}}
</div>
</div>
{{#VISITOR}}
{{%PART "layout/menu.tpl"}}
{{/VISITOR}}
</header>
