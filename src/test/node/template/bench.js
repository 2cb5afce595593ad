// How long the reference takes, in microseconds, on what TemplateBenchmark.java gives the engine.
// The arguments are the files with the samples and with the templates, both written by
// ColdStart.java.
'use strict';
process.env.TZ = 'UTC';
const fs = require('fs');
const path = require('path');
const AEL = require('adaptive-expressions');
const { Template } = require('adaptivecards-templating');

const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const input = read(process.argv[2]);
const loaded = read(process.argv[3]);

// The cards' own functions cost what they cost, whichever engine calls them: here they do nothing.
for (const name of ['t', 'md', 'cut', 'line']) {
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
