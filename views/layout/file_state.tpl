{{%AUTOESCAPE context="HTML"}}
{{#WAITS_FOR_SCAN}} <span class="tag tag-waiting">[[Being checked for viruses]]</span>{{/WAITS_FOR_SCAN}}{{#QUARANTINED}} <span class="tag tag-bad">[[Virus found]]</span>{{/QUARANTINED}}{{#GONE}} <span class="since">[[deleted at the end of its retention period]]</span>{{/GONE}}
