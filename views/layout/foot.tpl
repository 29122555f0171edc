{{%AUTOESCAPE context="HTML"}}
<footer class="foot">
<div class="foot-row">
<nav aria-label="[[About this site]]">
<ul class="foot-links">
<li><a href="{{SITE}}/contact">[[Contact us]]</a></li>
<li><a href="{{SITE}}/faq">[[Frequently asked questions]]</a></li>
<li><a href="{{SITE}}/privacy">[[Privacy notice]]</a></li>
<li><a href="{{SITE}}/accessibility">[[Accessibility statement]]</a></li>
<li><a href="{{SITE}}/site-map">[[Site map]]</a></li>
</ul>
</nav>
<p>[[© National Immigration Agency. All rights reserved. No. 15, Guangzhou Street, Taipei City 100-66]]</p>
<p>[[Technical support for this system: 02-27967162, Monday to Friday, 08:30 to 19:00.]]</p>
<p>[[Service counter hours: Monday to Friday, 08:00 to 17:00, including lunchtime.]] [[Hotline for foreign nationals living in Taiwan: 0800-024-111, or +886-800-024-111 from abroad]]</p>
</div>
</footer>
