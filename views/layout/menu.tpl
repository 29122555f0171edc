{{%AUTOESCAPE context="HTML"}}
<nav class="menu-bar" aria-label="[[Main menu]]">
<ul>
<li><a href="{{STUDENT}}/todo"{{#AT_TODO}} aria-current="page"{{/AT_TODO}}>[[menu|To-do list]]</a></li>
<li>
<details name="menu"{{#IN_APPLY}} class="here"{{/IN_APPLY}}>
<summary>[[menu|Apply online]]</summary>
<ul>
<li><a href="{{STUDENT}}/apply/exchange"{{#AT_EXCHANGE}} aria-current="page"{{/AT_EXCHANGE}}>[[menu|Exchange for a multiple-entry permit]]</a></li>
<li><a href="{{STUDENT}}/apply/extension"{{#AT_EXTENSION}} aria-current="page"{{/AT_EXTENSION}}>[[menu|Extend a multiple-entry permit]]</a></li>
<li><a href="{{STUDENT}}/apply/data-change"{{#AT_DATA_CHANGE}} aria-current="page"{{/AT_DATA_CHANGE}}>[[menu|Change of data]]</a></li>
</ul>
</details>
</li>
<li>
<details name="menu"{{#IN_PROGRESS}} class="here"{{/IN_PROGRESS}}>
<summary>[[menu|Check progress]]</summary>
<ul>
<li><a href="{{STUDENT}}/corrections"{{#AT_CORRECTIONS}} aria-current="page"{{/AT_CORRECTIONS}}>[[menu|Corrections and documents requested]]</a></li>
<li><a href="{{STUDENT}}/progress"{{#AT_PROGRESS}} aria-current="page"{{/AT_PROGRESS}}>[[menu|Progress of applications]]</a></li>
<li><a href="{{STUDENT}}/withdrawal"{{#AT_WITHDRAWAL}} aria-current="page"{{/AT_WITHDRAWAL}}>[[menu|Withdraw an application]]</a></li>
</ul>
</details>
</li>
<li><a href="{{STUDENT}}/payment"{{#AT_PAYMENT}} aria-current="page"{{/AT_PAYMENT}}>[[menu|Pay online]]</a></li>
<li>
<details name="menu"{{#IN_ACCOUNT}} class="here"{{/IN_ACCOUNT}}>
<summary>[[menu|Account]]</summary>
<ul>
<li><a href="{{STUDENT}}/password"{{#AT_PASSWORD}} aria-current="page"{{/AT_PASSWORD}}>[[menu|Change your password]]</a></li>
<li><a href="{{STUDENT}}/basic-data"{{#AT_BASIC_DATA}} aria-current="page"{{/AT_BASIC_DATA}}>[[menu|Basic data]]</a></li>
<li><a href="{{STUDENT}}/passkeys"{{#AT_PASSKEYS}} aria-current="page"{{/AT_PASSKEYS}}>[[menu|Passkeys]]</a></li>
<li><a href="{{STUDENT}}/sessions"{{#AT_SESSIONS}} aria-current="page"{{/AT_SESSIONS}}>[[menu|Where you are logged in]]</a></li>
</ul>
</details>
</li>
<li>
<details name="menu"{{#IN_DOWNLOAD}} class="here"{{/IN_DOWNLOAD}}>
<summary>[[menu|Downloads]]</summary>
<ul>
<li><a href="{{STUDENT}}/download/permits"{{#AT_PERMITS}} aria-current="page"{{/AT_PERMITS}}>[[menu|Download permits]]</a></li>
<li><a href="{{STUDENT}}/download/receipts"{{#AT_RECEIPTS}} aria-current="page"{{/AT_RECEIPTS}}>[[menu|Download receipts]]</a></li>
</ul>
</details>
</li>
</ul>
</nav>
<nav class="menu-fold" aria-label="[[Main menu]]">
<details>
<summary>[[Menu]]</summary>
<ul>
<li><a href="{{STUDENT}}/todo"{{#AT_TODO}} aria-current="page"{{/AT_TODO}}>[[menu|To-do list]]</a></li>
<li>
<span class="menu-group">[[menu|Apply online]]</span>
<ul>
<li><a href="{{STUDENT}}/apply/exchange"{{#AT_EXCHANGE}} aria-current="page"{{/AT_EXCHANGE}}>[[menu|Exchange for a multiple-entry permit]]</a></li>
<li><a href="{{STUDENT}}/apply/extension"{{#AT_EXTENSION}} aria-current="page"{{/AT_EXTENSION}}>[[menu|Extend a multiple-entry permit]]</a></li>
<li><a href="{{STUDENT}}/apply/data-change"{{#AT_DATA_CHANGE}} aria-current="page"{{/AT_DATA_CHANGE}}>[[menu|Change of data]]</a></li>
</ul>
</li>
<li>
<span class="menu-group">[[menu|Check progress]]</span>
<ul>
<li><a href="{{STUDENT}}/corrections"{{#AT_CORRECTIONS}} aria-current="page"{{/AT_CORRECTIONS}}>[[menu|Corrections and documents requested]]</a></li>
<li><a href="{{STUDENT}}/progress"{{#AT_PROGRESS}} aria-current="page"{{/AT_PROGRESS}}>[[menu|Progress of applications]]</a></li>
<li><a href="{{STUDENT}}/withdrawal"{{#AT_WITHDRAWAL}} aria-current="page"{{/AT_WITHDRAWAL}}>[[menu|Withdraw an application]]</a></li>
</ul>
</li>
<li><a href="{{STUDENT}}/payment"{{#AT_PAYMENT}} aria-current="page"{{/AT_PAYMENT}}>[[menu|Pay online]]</a></li>
<li>
<span class="menu-group">[[menu|Account]]</span>
<ul>
<li><a href="{{STUDENT}}/password"{{#AT_PASSWORD}} aria-current="page"{{/AT_PASSWORD}}>[[menu|Change your password]]</a></li>
<li><a href="{{STUDENT}}/basic-data"{{#AT_BASIC_DATA}} aria-current="page"{{/AT_BASIC_DATA}}>[[menu|Basic data]]</a></li>
<li><a href="{{STUDENT}}/passkeys"{{#AT_PASSKEYS}} aria-current="page"{{/AT_PASSKEYS}}>[[menu|Passkeys]]</a></li>
<li><a href="{{STUDENT}}/sessions"{{#AT_SESSIONS}} aria-current="page"{{/AT_SESSIONS}}>[[menu|Where you are logged in]]</a></li>
</ul>
</li>
<li>
<span class="menu-group">[[menu|Downloads]]</span>
<ul>
<li><a href="{{STUDENT}}/download/permits"{{#AT_PERMITS}} aria-current="page"{{/AT_PERMITS}}>[[menu|Download permits]]</a></li>
<li><a href="{{STUDENT}}/download/receipts"{{#AT_RECEIPTS}} aria-current="page"{{/AT_RECEIPTS}}>[[menu|Download receipts]]</a></li>
</ul>
</li>
</ul>
</details>
</nav>
