// Writes what the reference makes of the expressions and templates, for the Java tests to compare with.
// Run with "npm ci && npm run golden".
'use strict';
const { OUT, lone, expand, write } = require('./reference');
const fs = require('fs');
const path = require('path');
const groups = require('./expressions');
const templates = require('./templates');
const data = fs.readFileSync(path.join(OUT, 'data.json'), 'utf8');

const expressions = [];
for (const [group, list] of Object.entries(groups)) {
  for (const expression of new Set(list)) {
    expressions.push({ group, expression, ...lone(expression, data) });
  }
}
write('expressions.json', expressions);

write('templates.json', templates.map(({ name, template, data: own }) => ({
  name, template, ...(own === undefined ? {} : { data: own }), ...expand(template, own === undefined ? JSON.parse(data) : own),
})));
console.log(`${expressions.length} expressions, ${templates.length} templates`);
