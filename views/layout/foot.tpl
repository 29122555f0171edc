{{%AUTOESCAPE context="HTML"}}
<footer class="foot">
<div class="foot-row">
<p>[[© National Immigration Agency. All rights reserved. No. 15, Guangzhou Street, Taipei City 100-66]]</p>
<p>[[Help with the computer or this system: 02-27967162, Monday to Friday 08:30-19:00.]]</p>
<p>[[Counter hours: Monday to Friday 08:00-17:00, also at noon.]] [[Hotline for foreigners living in Taiwan: 0800-024-111, from abroad 886-800-024-111]]</p>
</div>
</footer>
