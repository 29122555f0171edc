{{%AUTOESCAPE context="HTML"}}
id="{{NAME}}" name="{{NAME}}"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}{{#DESCRIBED}} aria-describedby="{{#HINT}}{{NAME}}-hint {{/HINT}}{{#ERROR}}{{NAME}}-error{{/ERROR}}"{{/DESCRIBED}}
