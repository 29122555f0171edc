{{%AUTOESCAPE context="HTML"}}
<div class="field-pair">
<div>{{>GROUP}}</div>
<div>{{>RECEIPT}}</div>
</div>
