{{%AUTOESCAPE context="HTML"}}
<td data-label="[[No.]]">{{NUMBER}}</td>
<td data-label="[[Receipt number]]">{{RECEIPT}}</td>
<td data-label="[[Chinese name]]">{{CHINESE_NAME}}</td>
<td data-label="[[English name]]">{{ENGLISH_NAME}}</td>
<td data-label="[[Passport number]]">{{PASSPORT}}</td>
<td data-label="[[Status]]"><span class="tag {{STATE_TONE}}">{{STATE}}</span></td>
