{{%AUTOESCAPE context="HTML"}}
<div{{#WHEN}} data-shown-when="{{OTHER}}" data-shown-for="{{VALUE}}"{{/WHEN}}>
{{>FIELD}}
</div>
