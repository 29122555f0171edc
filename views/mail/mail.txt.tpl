{{%PLAIN_TEXT}}
{{GREETING}}
{{#PARAGRAPH}}
{{TEXT}}
{{/PARAGRAPH}}{{#FACTS}}
{{#FACT}}  [[{{LABEL}}: {{VALUE}}]]
{{/FACT}}{{/FACTS}}{{#BUTTON}}
[[{{LABEL}}:]]
{{LINK}}
{{/BUTTON}}{{#CLOSING}}
{{TEXT}}
{{/CLOSING}}
-- 
[[National Immigration Agency]]
[[Students Online Application System]]
[[Technical support for this system: 02-27967162, Monday to Friday, 08:30 to 19:00.]]
[[This email was sent automatically. Do not reply to it.]]
