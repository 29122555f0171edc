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
<p>[[Help with the computer or this system: 02-27967162, Monday to Friday 08:30-19:00.]]</p>
<p>[[Counter hours: Monday to Friday 08:00-17:00, also at noon.]] [[Hotline for foreigners living in Taiwan: 0800-024-111, from abroad 886-800-024-111]]</p>
</div>
</footer>
