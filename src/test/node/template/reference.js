// Asks the reference. Time, zone and locale are pinned, so that a rerun changes nothing.
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
const OUT = path.join(__dirname, '../../resources/dev/holdfast/card/engine');
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
    return value === undefined ? { nothing: true } : { value: toJson(value) };
  } catch (e) {
    return { error: 'expand' };
  }
}

/** The value as JSON has it; bytes are Base64, as .NET and Java write them. */
function toJson(value) {
  return JSON.parse(JSON.stringify(value, (key, v) => (v instanceof Uint8Array ? Buffer.from(v).toString('base64') : v)));
}

function lookup(type) {
  const found = AEL.ExpressionFunctions.standardFunctions.get(type);
  if (!found) {
    throw new Error(`Unknown function ${type}`);
  }
  return found;
}

/** Evaluates the expression itself: the templating cannot read a backtick inside ${}. */
function direct(expression, data) {
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

/** Evaluates the expression as the only one in a string of a template. */
function lone(expression, data) {
  if (expression.includes('`')) {
    return direct(expression, data);
  }
  return outcome(
    () => new Template({ v: '${' + expression + '}' }),
    (template) => template.expand({ $root: JSON.parse(data), $host: host() }).v);
}

/** Expands a template. */
function expand(template, root, hostData = host()) {
  return outcome(
    () => new Template(JSON.parse(JSON.stringify(template))),
    (loaded) => loaded.expand({ $root: JSON.parse(JSON.stringify(root)), $host: hostData }));
}

/** Writes a list of JSON values, one a line, so that a change shows as the lines that changed. */
function write(name, entries) {
  fs.writeFileSync(path.join(OUT, name), '[\n' + entries.map((entry) => JSON.stringify(entry)).join(',\n') + '\n]\n');
}

module.exports = { OUT, lone, direct, expand, write };
