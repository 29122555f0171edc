{{%AUTOESCAPE context="HTML"}}
<th scope="col">[[No.]]</th>
<th scope="col">[[Receipt number]]</th>
<th scope="col">[[Chinese name]]</th>
<th scope="col">[[English name]]</th>
<th scope="col">[[Passport number]]</th>
<th scope="col">[[Status]]</th>
<th scope="col">[[Action]]</th>
