{{%AUTOESCAPE context="HTML"}}
<h1 class="govuk-heading-l">[[Accessibility statement]]</h1>
<div class="information">
<p>[[This site is meant to be used by everybody, with any device and with assistive technology.]]</p>
<h2>[[What it follows]]</h2>
<p>[[The site is built to the Web Accessibility Guidelines of Taiwan (version 110.07), level AA, and to WCAG 2.2, levels A and AA. Every page is tested by program in both languages, on a wide and on a narrow screen, in light and in dark colours.]]</p>
<h2>[[What it offers]]</h2>
<ul>
<li>[[Every page can be used by keyboard alone. The first Tab leads to a link that skips to the content.]]</li>
<li>[[Headings, lists, tables and fields are marked so that screen readers announce them.]]</li>
<li>[[Text can be enlarged to four times its size without scrolling sideways.]]</li>
<li>[[You can log in without reading a distorted picture: by a short calculation of the browser, a code sent by email, or a passkey.]]</li>
<li>[[Pages work without scripts, and follow the light or dark colours of your device.]]</li>
<li>[[Before you are logged out for inactivity you are warned, and what you typed is kept.]]</li>
</ul>
<h2>[[Keyboard]]</h2>
<ul>
<li>[[Tab and Shift+Tab: to the next or the last link or field]]</li>
<li>[[Enter: open a link or press a button]]</li>
<li>[[Space: tick a box]]</li>
<li>[[Arrow keys: choose between options and tabs]]</li>
</ul>
<h2>[[Known limits]]</h2>
<p>[[The PDF papers carry text that can be searched and read aloud, but they have not been certified as accessible documents. If you need a paper in another form, contact us.]]</p>
<h2>[[Tell us]]</h2>
<p>[[If something on this site keeps you from using it, call 02-27967162, Monday to Friday 08:30-19:00. Say which page it was and what you use.]]</p>
</div>
