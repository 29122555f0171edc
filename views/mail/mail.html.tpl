{{%AUTOESCAPE context="HTML"}}
<!DOCTYPE html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<title>{{SUBJECT}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin:0;padding:0;background:#f5f7f8;color:#1d2a33;font-family:'Noto Sans TC','Noto Sans CJK TC','PingFang TC','Microsoft JhengHei',sans-serif;font-size:16px;line-height:1.6">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f7f8">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;table-layout:fixed;background:#ffffff;border:1px solid #d5dde1;border-top:6px solid #0b5c6b">
<tr><td style="padding:20px 20px 0;font-size:14px;color:#0b5c6b;font-weight:bold">[[Students Online Application System]]</td></tr>
<tr><td style="padding:12px 20px 8px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.4;color:#1d2a33;overflow-wrap:anywhere">{{SUBJECT}}</h1>
<p style="margin:0 0 14px">{{GREETING}}</p>
{{#PARAGRAPH}}
<p style="margin:0 0 14px">{{TEXT}}</p>
{{/PARAGRAPH}}
{{#FACTS}}
<dl style="margin:0 0 16px;border-top:1px solid #d5dde1">
{{#FACT}}
<div style="padding:8px 0;border-bottom:1px solid #d5dde1"><dt style="font-size:14px;color:#46565f">{{LABEL}}</dt><dd style="margin:0;font-weight:bold;overflow-wrap:break-word">{{VALUE}}</dd></div>
{{/FACT}}
</dl>
{{/FACTS}}
{{#BUTTON}}
<p style="margin:20px 0"><a href="{{LINK}}" style="display:inline-block;padding:12px 24px;background:#0b5c6b;color:#ffffff;text-decoration:none;font-weight:bold;border-radius:4px">{{LABEL}}</a></p>
<p style="margin:0 0 14px;font-size:14px;color:#46565f">[[If the button does not work, copy this address into the browser:]]<br><span style="word-break:break-all">{{LINK}}</span></p>
{{/BUTTON}}
{{#CLOSING}}
<p style="margin:0 0 14px">{{TEXT}}</p>
{{/CLOSING}}
</td></tr>
<tr><td style="padding:16px 20px;background:#f5f7f8;border-top:1px solid #d5dde1;font-size:13px;color:#46565f">
<p style="margin:0 0 4px">[[National Immigration Agency]]</p>
<p style="margin:0 0 4px">[[Technical support for this system: 02-27967162, Monday to Friday, 08:30 to 19:00.]]</p>
<p style="margin:0">[[This email was sent automatically. Do not reply to it.]]</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
