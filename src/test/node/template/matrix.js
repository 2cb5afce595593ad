// Writes what the reference makes of every function with arguments of every type, for the Java tests to compare with.
// Run with "npm ci && npm run matrix".
'use strict';
const { OUT, lone } = require('./reference');
const fs = require('fs');
const path = require('path');
const AEL = require('adaptive-expressions');
const data = fs.readFileSync(path.join(OUT, 'data.json'), 'utf8');

// Random values, and what this engine leaves out.
const LEFT_OUT = /^(newGuid|rand|xml|xPath|is(Date|DateRange|Definite|Duration|Present|Time|TimeRange)|resolve|get(Next|Previous)Viable\w+|ignore|optional|Accessor|Element)$/;
const NAMES = [...AEL.ExpressionFunctions.standardFunctions.keys()].filter((name) => /^\w+$/.test(name) && !LEFT_OUT.test(name)).sort();
const ONE = ['two', 'half', 's', 'yes', 'nothing', 'missing', 'list', 'obj', 'stamp', 'people', "''", "'2'", '[]', '{}', '-1', '1/0'];
const TWO = ['two', 's', 'no', 'nothing', 'missing', 'list', 'obj', 'stamp', '0', '1/0'];

let seed = 1;
const pick = (list) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return list[Math.floor((seed / 2147483648) * list.length)];
};
const some = (count, size) => Array.from({ length: count }, () => Array.from({ length: size }, () => pick(TWO)).join(','));

const lines = NAMES.map((name) => {
  const lists = ['', ...ONE, ...TWO.flatMap((one) => TWO.map((other) => `${one},${other}`)), ...some(20, 3), ...some(6, 4)];
  return JSON.stringify([name, [...new Set(lists)].map((list) => {
    const { value, nothing, error } = lone(`${name}(${list})`, data);
    // An error is the stage at which it comes, and nothing is an empty list, to keep the file small.
    return error ? [list, error[0]] : nothing ? [list] : [list, '', value];
  })]);
});
fs.writeFileSync(path.join(OUT, 'matrix.json'), '[\n' + lines.join(',\n') + '\n]\n');
console.log(`${lines.length} functions`);
