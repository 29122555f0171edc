{{%AUTOESCAPE context="HTML"}}
<div{{#WHEN}} data-shown-when="{{OTHER}}" data-shown-for="{{VALUE}}"{{/WHEN}}>
{{#REMARK}}<div class="warn-box"><strong>[[Reviewer's comments]]</strong><br>{{VALUE}}</div>
{{/REMARK}}{{#OPEN}}<input type="hidden" name="open" value="{{VALUE}}">
{{/OPEN}}{{>CONFLICT}}{{>FIELD}}
</div>
