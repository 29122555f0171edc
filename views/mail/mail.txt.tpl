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
[[Help with the computer or this system: 02-27967162, Monday to Friday 08:30-19:00.]]
[[This mail was written by the system; answers to it are not read.]]
