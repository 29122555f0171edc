{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Privacy notice]]</h1>
<div class="information">
<p>[[This notice is given under Article 8 of the Personal Data Protection Act.]]</p>
<h2>[[Who collects your data]]</h2>
<p>[[The National Immigration Agency, Ministry of the Interior.]]</p>
<h2>[[What for]]</h2>
<p>[[Entry, exit and immigration: to decide on your application, to issue your permit, to keep the records of entry and exit, and to collect the fee.]]</p>
<h2>[[Which data]]</h2>
<ul>
<li>[[your name, date and place of birth, sex, photo, identity numbers and travel documents]]</li>
<li>[[your addresses, telephone numbers and email address]]</li>
<li>[[your school, studies and education]]</li>
<li>[[your parents and your guarantor]]</li>
<li>[[posts in political, administrative or military bodies that you declare]]</li>
<li>[[the health certificate and the other documents that you upload]]</li>
<li>[[how you paid. Card numbers are entered on the page of the payment service and never reach this system]]</li>
<li>[[when and from where you logged in]]</li>
</ul>
<h2>[[How long, where, by whom and how]]</h2>
<ul>
<li>[[Period: as long as the purpose and the laws on archives and accounting require. We delete drafts and accounts that are no longer used after a time, and email you before we do.]]</li>
<li>[[Place: Taiwan.]]</li>
<li>[[Recipients: the agency, your school, and other authorities as far as the law provides.]]</li>
<li>[[Manner: by computer and on paper, protected against access by others. We record every time staff read your data.]]</li>
</ul>
<h2>[[Your rights]]</h2>
<p>[[Under Article 3 of the Act you may ask to see your data, to have a copy, to have them completed or corrected, to have their collection, processing or use stopped, and to have them erased. Where the law requires the agency to keep them, it may refuse to stop or to erase.]]</p>
<p>[[You can read, correct and download your data yourself after you log in, under Account, Basic data. For everything else, contact us.]]</p>
<p><a class="govuk-link" href="{{SITE}}/contact">[[Contact us]]</a></p>
<h2>[[If you do not give your data]]</h2>
<p>[[You can choose whether to give your data. Without the data marked as required, the agency cannot register your account or decide your application.]]</p>
<h2>[[Cookies]]</h2>
<p>[[This site only uses the cookies it needs to work: for your login, your language and to protect its forms. It passes nothing to advertisers and does not track visits.]]</p>
</div>
