{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Accessibility statement]]</h1>
<div class="information">
<p>[[We want everyone to be able to use this site, on any device and with assistive technology.]]</p>
<h2>[[Standards]]</h2>
<p>[[This site is built to the Web Accessibility Guidelines of Taiwan (version 110.07), level AA, and to WCAG 2.2, levels A and AA. We test every page automatically in both languages, on wide and narrow screens, in light and dark colours.]]</p>
<h2>[[What it offers]]</h2>
<ul>
<li>[[Every page can be used by keyboard alone. The first Tab leads to a link that skips to the content.]]</li>
<li>[[Headings, lists, tables and fields are marked up so that screen readers announce them.]]</li>
<li>[[Text can be enlarged to four times its size without scrolling sideways.]]</li>
<li>[[You can log in without reading a distorted image: let your browser do a short calculation, or use a code sent by email or a passkey.]]</li>
<li>[[Pages work without scripts, and follow the light or dark colours of your device.]]</li>
<li>[[We warn you before we log you out because you are inactive, and we keep what you typed.]]</li>
</ul>
<h2>[[Keyboard]]</h2>
<ul>
<li>[[Tab and Shift+Tab: go to the next or the previous link or field]]</li>
<li>[[Enter: open a link or select a button]]</li>
<li>[[Space: tick a box]]</li>
<li>[[Arrow keys: choose between options and tabs]]</li>
</ul>
<h2>[[Known limits]]</h2>
<p>[[The text in our PDF documents can be searched and read aloud, but the documents have not been certified as accessible. If you need a document in another format, contact us.]]</p>
<h2>[[Tell us]]</h2>
<p>[[If you have a problem using this site, call 02-27967162, Monday to Friday, 08:30 to 19:00. Tell us which page it was and which device or software you use.]]</p>
</div>
