{{%AUTOESCAPE context="HTML"}}
<ol class="steps" aria-label="[[Steps of the application]]">
{{#STEP}}
<li{{#DONE}} class="done"{{/DONE}}{{#CURRENT}} aria-current="step"{{/CURRENT}}>{{NAME}}</li>
{{/STEP}}
</ol>
