// Writes what the reference makes of the expressions and templates, for the Java tests to compare with.
// Run with "npm ci && npm run golden". Time, zone and locale are pinned, so that a rerun changes nothing.
'use strict';
process.env.TZ = 'UTC';

const NOW = '2026-03-05T09:08:07.006Z';
const RealDate = Date;
global.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length ? args : [NOW]));
  }
};

const fs = require('fs');
const path = require('path');
const AEL = require('adaptive-expressions');
const { Template } = require('adaptivecards-templating');
const groups = require('./expressions');
const templates = require('./templates');
const OUT = path.join(__dirname, '../../resources/dev/holdfast/card/template');
const data = fs.readFileSync(path.join(OUT, 'data.json'), 'utf8');
const host = () => ({ name: 'Teams', nested: { dark: true } });

/** What came of it: a value, nothing, or an error when the template was loaded or expanded. */
function outcome(load, expand) {
  let loaded;
  try {
    loaded = load();
  } catch (e) {
    return { error: 'load' };
  }
  try {
    const value = expand(loaded);
    return value === undefined ? { nothing: true } : { value };
  } catch (e) {
    return { error: 'expand' };
  }
}

function lookup(type) {
  const found = AEL.ExpressionFunctions.standardFunctions.get(type);
  if (!found) {
    throw new Error(`Unknown function ${type}`);
  }
  return found;
}

/** The reference cannot read a backtick inside ${}, but its expressions have them. */
function direct(expression) {
  return outcome(
    () => AEL.Expression.parse(expression, lookup),
    (parsed) => {
      const { value, error } = Template.tryEvaluateExpression(parsed, { $root: JSON.parse(data), $host: host() }, true);
      if (error) {
        throw new Error(error);
      }
      return value;
    });
}

function lone(expression) {
  if (expression.includes('`')) {
    return direct(expression);
  }
  return outcome(
    () => new Template({ v: '${' + expression + '}' }),
    (template) => template.expand({ $root: JSON.parse(data), $host: host() }).v);
}

function write(name, entries) {
  fs.writeFileSync(path.join(OUT, name), '[\n' + entries.map((entry) => JSON.stringify(entry)).join(',\n') + '\n]\n');
}

const expressions = [];
for (const [group, list] of Object.entries(groups)) {
  for (const expression of new Set(list)) {
    expressions.push({ group, expression, ...lone(expression) });
  }
}
write('expressions.json', expressions);

write('templates.json', templates.map(({ name, template, data: own }) => {
  const root = own === undefined ? JSON.parse(data) : own;
  return {
    name, template, ...(own === undefined ? {} : { data: own }),
    ...outcome(
      () => new Template(JSON.parse(JSON.stringify(template))),
      (loaded) => {
        const value = loaded.expand({ $root: JSON.parse(JSON.stringify(root)), $host: host() });
        return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
      }),
  };
}));
console.log(`${expressions.length} expressions, ${templates.length} templates`);
