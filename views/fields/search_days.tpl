{{%AUTOESCAPE context="HTML"}}
<div class="field-pair">
<div>{{>FROM}}</div>
<div>{{>TO}}</div>
</div>
