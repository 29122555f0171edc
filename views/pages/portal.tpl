{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Which type of student are you?]]</h1>
<p class="govuk-body">[[Choose your category. Each category has its own service and its own accounts.]]</p>
<ul class="doors">
<li>
<a class="door" href="{{FOREIGN_SITE}}" rel="noopener">
<img src="{{%STATIC "category_foreign.svg"}}" alt="" width="160" height="120">
<span class="door-name">[[Foreign students]]</span>
<span class="door-note">[[Students of foreign nationality]]</span>
</a>
</li>
<li>
<a class="door door-main" href="{{SITE}}/student/entry/china-student">
<img src="{{%STATIC "category_mainland.svg"}}" alt="" width="160" height="120">
<span class="door-name">[[Mainland students]]</span>
<span class="door-note">[[Students from mainland China]]</span>
</a>
</li>
<li>
<a class="door" href="{{HK_MACAU_SITE}}" rel="noopener">
<img src="{{%STATIC "category_overseas.svg"}}" alt="" width="160" height="120">
<span class="door-name">[[Hong Kong, Macau and overseas students]]</span>
<span class="door-note">[[Residents of Hong Kong or Macau and overseas Chinese]]</span>
</a>
</li>
<li>
<a class="door" href="{{NO_HOUSEHOLD_SITE}}" rel="noopener">
<img src="{{%STATIC "category_national.svg"}}" alt="" width="160" height="120">
<span class="door-name">[[Students without household registration]]</span>
<span class="door-note">[[Nationals without household registration in Taiwan]]</span>
</a>
</li>
</ul>
<p class="govuk-body"><a class="govuk-link" href="{{SITE}}/verify">[[Check if a permit is genuine]]</a></p>
