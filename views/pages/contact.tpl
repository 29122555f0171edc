{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Contact us]]</h1>
<div class="information">
<h2>[[Technical support for this system]]</h2>
<p>[[If you cannot register or log in, or a page does not work, call the helpdesk on 02-27967162, Monday to Friday, 08:30 to 19:00.]]</p>
<h2>[[Your application]]</h2>
<p>[[Have your receipt number ready. You can follow the status of your application at any time after you log in.]]</p>
<p><a class="govuk-link" href="{{STUDENT}}/progress">[[Check the status of an application]]</a></p>
<h2>[[Living in Taiwan]]</h2>
<p>[[Hotline for foreign nationals living in Taiwan: 0800-024-111 in Taiwan, +886-800-024-111 from abroad.]]</p>
<h2>[[Counters]]</h2>
<p>[[National Immigration Agency, No. 15, Guangzhou Street, Taipei City 100-66. The service counters are open Monday to Friday, 08:00 to 17:00, including lunchtime.]]</p>
<p>[[Bring your passport or travel document to the counter. If you have lost access to the email address of your account, the staff there can change it once they have checked your identity.]]</p>
</div>
