// How long the reference takes, in microseconds, on what TemplateBenchmark.java gives the engine.
// The argument is the file that ColdStart.java wrote. With a second one the script only writes the
// cards' templates to that file, with their parts put in.
'use strict';
process.env.TZ = 'UTC';
const fs = require('fs');
const path = require('path');
const AEL = require('adaptive-expressions');
const { Template } = require('adaptivecards-templating');

const CARDS = path.join(__dirname, '../../../../cards');
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const input = read(process.argv[2]);

/** Puts the parts in, as the cards' loader does. */
function withParts(node) {
  if (Array.isArray(node)) {
    return node.flatMap((item) => (item && item.$part ? withParts(read(path.join(CARDS, `part-${item.$part}.json`))) : [withParts(item)]));
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withParts(value)]));
}

const loaded = {};
for (const { template } of input.cards) {
  loaded[template] = loaded[template] || withParts(read(path.join(CARDS, `${template}.json`)));
}
if (process.argv[3]) {
  fs.writeFileSync(process.argv[3], JSON.stringify(loaded));
  process.exit();
}

// The cards' own functions cost what they cost, whichever engine calls them: here they do nothing.
for (const name of ['md', 'cut', 'line']) {
  AEL.ExpressionFunctions.standardFunctions.set(
    name, new AEL.ExpressionEvaluator(name, AEL.FunctionUtils.apply((args) => args[0]), AEL.ReturnType.String));
}
const templates = Object.fromEntries(Object.entries(loaded).map(([name, json]) => [name, new Template(json)]));
const list = new Template(read(path.join(__dirname, 'list.json')));

/** A card that the reference cannot expand, for one of its bugs, costs it the time until it fails. */
function expand(template, data) {
  try {
    return template.expand({ $root: data, $host: {} });
  } catch (e) {
    return null;
  }
}

function measure(run) {
  const until = (seconds) => {
    const start = process.hrtime.bigint();
    let rounds = 0;
    let passed = 0;
    do {
      run();
      rounds++;
      passed = Number(process.hrtime.bigint() - start) / 1000;
    } while (passed < seconds * 1e6);
    return passed / rounds;
  };
  until(3);
  return until(5);
}

const failed = input.cards.filter(({ template, data }) => expand(templates[template], data) === null).length;
if (failed) {
  console.error(`${failed} of ${input.cards.length} samples fail in the reference`);
}
console.log(JSON.stringify({
  cards: measure(() => input.cards.forEach(({ template, data }) => expand(templates[template], data))),
  list: measure(() => expand(list, input.list)),
}));
