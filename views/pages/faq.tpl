{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Frequently asked questions]]</h1>
<div class="information">
<h2>[[Who can use this system?]]</h2>
<p>[[Students from mainland China who have been admitted by a school in Taiwan. Register once with the details of your admission. You can then use the same account for all 3 services.]]</p>
<h2>[[Registration says that my details were not found. What can I do?]]</h2>
<p>[[Your name, identity card number, date of birth and travel permit number must match what your school reported to the agency. Check them against your documents first, then ask your school.]]</p>
<h2>[[Which email address can I use?]]</h2>
<p>[[Any address outside mainland China. Emails to addresses such as qq.com, 163.com or any .cn do not arrive reliably, so you cannot use one here.]]</p>
<h2>[[The email has not arrived. What can I do?]]</h2>
<p>[[Look in your spam or junk folder and wait 10 minutes. Then ask us to send the activation email again, or ask for a new password on the login page.]]</p>
<h2>[[How long does the review take?]]</h2>
<p>[[The page of your application shows its status and every step with its date. We send you an email when a decision is made or when something is missing.]]</p>
<h2>[[I was asked to correct my application. What do I do?]]</h2>
<p>[[Log in and open the application from your to-do list. The reviewer’s comments are shown beside what you need to change. Respond by the date given there. If you do not, we will not accept the application.]]</p>
<h2>[[How can I pay?]]</h2>
<p>[[By international credit card, web ATM, bank transfer to a virtual account, the e-Government platform or in cash at a convenience store. At a store, show the barcodes on your phone.]]</p>
<h2>[[I have paid, but the status has not changed.]]</h2>
<p>[[We record card payments immediately, transfers after about 2 days and payments at a store after 2 to 3 working days. Do not pay again.]]</p>
<h2>[[How do I get my permit?]]</h2>
<p>[[Download it as a PDF under Downloads once the fee is paid. Print it in colour on A4 and carry it whenever you enter or leave Taiwan.]]</p>
<h2>[[Can I withdraw an application?]]</h2>
<p>[[Yes, until its review is finished. Log in and choose "Withdraw an application" from the menu.]]</p>
</div>
