// Writes what the reference makes of its own public test suites and of public card templates, for the Java tests to
// compare with. Run with "npm ci && npm run suites -- <botbuilder-js> <AdaptiveCards>", the folders of checkouts of
// microsoft/botbuilder-js and microsoft/AdaptiveCards (both MIT license). What's written are expressions, templates, data,
// and what the reference makes of them; none of the suites' code.
'use strict';
const { OUT, lone, expand } = require('./reference');
const fs = require('fs');
const path = require('path');
const vm = require('vm');
const [botbuilder, cards] = process.argv.slice(2);
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, ''));

/** Runs a test file without its tests, and gives back these variables of it. */
function variables(file, ...names) {
  const none = () => none;
  const lib = { Expression: { functions: new Map() }, ExpressionParser: class {} };
  const modules = { '../lib': lib, 'big-integer': Object.assign((n) => n, { isInstance: none }), os: require('os') };
  const stub = new Proxy(function () {}, { get: () => stub, apply: () => stub, construct: () => ({}) });
  const code = `${fs.readFileSync(file, 'utf8')}\n;[${names.join(',')}]`;
  return vm.runInNewContext(code, { require: (name) => modules[name] ?? stub, describe: none, it: none, beforeEach: none, afterEach: none, Uint8Array, Date, console, Buffer, TextEncoder });
}

const flat = (groups) => groups.flatMap((group) => group.testCases).map(([expression]) => String(expression));
const tests = path.join(botbuilder, 'libraries/adaptive-expressions/tests');
const suite = (name, scope, expressions) => {
  const data = JSON.parse(JSON.stringify(scope));
  const list = [...new Set(expressions)].map((expression) => [expression, lone(expression, JSON.stringify(data))]);
  return { suite: name, data, expressions: list };
};

const [good, mocked, goodScope] = variables(path.join(tests, 'expressionParser.test.js'), 'testCases', 'mockedTimeTestCases', 'scope');
const [invalid, bad, badScope] = variables(path.join(tests, 'badExpression.test.js'), 'invalidExpressions', 'badExpressions', 'scope');
const expressions = [
  suite('expressionParser', goodScope, [...flat(good), ...mocked.map(([expression]) => String(expression))]),
  suite('badExpression', badScope, [...invalid, ...flat(bad)]),
];

/** The templates that the unit tests expand, which are run with a templating library that only listens. */
function unitTests() {
  const folder = path.join(cards, 'source/nodejs/tests/unit-tests');
  const found = [];
  const text = fs.readFileSync(path.join(folder, 'src/unit-tests.test.ts'), 'utf8');
  const script = text.replace(/^import.*$/gm, '').replace(/(\w+)\??: (any|string)\b/g, '$1');
  let title = '';
  const GlobalSettings = {};
  class Template {
    constructor(template) {
      this.template = template;
    }

    expand({ $root, $host }) {
      if (!Object.keys(GlobalSettings).length) {
        found.push({ name: `unit test ${title}`, template: this.template, data: $root ?? {}, host: $host });
      }
      return {};
    }

    getLastTemplateExpansionWarnings() {
      return [];
    }
  }
  const any = new Proxy(function () {}, { get: () => any, apply: () => any, construct: () => any });
  vm.runInNewContext(script, {
    AdaptiveCards: any, ACData: { Template, GlobalSettings }, expect: any, readFileSync: (file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/^\ufeff/, ''),
    describe: (name, body) => body(),
    it: (name, body) => {
      title = name;
      for (const key of Object.keys(GlobalSettings)) {
        delete GlobalSettings[key];
      }
      try {
        body();
      } catch (e) {
        console.error(`not read: ${name}: ${e.message}`);
      }
    },
    console: any,
  });
  return found;
}

function samples() {
  const folder = path.join(cards, 'samples/Templates/Scenarios');
  return fs.readdirSync(folder).filter((name) => name.endsWith('.template.json')).map((file) => ({
    name: `sample ${file.replace('.template.json', '')}`, template: read(path.join(folder, file)), data: read(path.join(folder, file.replace('.template.', '.data.'))),
  })).concat(elements());
}

/** Templates with their data in a property of the same file. */
function elements() {
  const folder = path.join(cards, 'samples/Templates/Elements');
  const data = read(path.join(folder, 'Template.data.json'));
  return fs.readdirSync(folder).filter((name) => name !== 'Template.data.json').map((file) => ({
    name: `sample ${file.replace('.json', '')}`, template: read(path.join(folder, file)), data,
  }));
}

const templates = [...unitTests(), ...samples()].map(({ name, template, data, host }) => ({ name, template, data, host, ...expand(template, data, host ?? null) }));
fs.writeFileSync(path.join(OUT, 'suites.json'), '[\n' + expressions.map(({ suite: name, data, expressions: list }) =>
  `{"suite":${JSON.stringify(name)},"data":${JSON.stringify(data)},"expressions":[\n${list.map((e) => JSON.stringify(e)).join(',\n')}\n]}`).join(',\n')
  + `,\n{"suite":"templates","templates":[\n${templates.map((t) => JSON.stringify(t)).join(',\n')}\n]}\n]\n`);
console.log(expressions.map((s) => `${s.suite} ${s.expressions.length}`).join(', ') + `, ${templates.length} templates`);
