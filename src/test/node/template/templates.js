// The templates that the reference is asked to expand. Without data of their own they get data.json.
'use strict';

const templates = [];
const add = (name, template, data) => templates.push({ name, template, ...(data === undefined ? {} : { data }) });

// Strings: each alone, in an object, in a list and in the middle of text.
const STRINGS = {
  'a number': '${two}', 'a string': '${s}', 'a boolean': '${no}', 'a list': '${list}', 'an object': '${obj}', 'null': '${nothing}',
  'a missing path': '${missing}', 'a path that breaks off': '${obj.none.x}', 'a missing path in a function': '${toUpper(missing)}',
  'a sum': '${two + three}', 'an empty list': '${empty}', 'a condition': "${if(yes, 'y', 'n')}", 'a nested list': '${nested}', 'an error': '${two / 0}',
  'an element out of range': '${list[9]}', 'a property by index that is missing': "${obj['none']}", 'nothing at all': '${}', 'a space': '${ }',
  'a literal string': "${'abc'}", 'a path with spaces around it': '${ two }', 'the whole data': '${$root.obj.deep}', 'host data': '${$host.name}',
};
for (const [name, string] of Object.entries(STRINGS)) {
  add(`${name}, in an object`, { v: string });
  add(`${name}, in a list`, [1, string, 2]);
  add(`${name}, in text`, { v: `<${string}>` });
}

// Text that looks like an expression, and escapes.
for (const string of ['$', '${', '}', '{two}', '$two', '$${two}', '\\${two}', '\\\\${two}', '\\$${two}', 'a\\$b', 'a\\$b ${two}', 'a\\`b ${two}', '${two', '${two}}', '{${two}}', '${two}${three}',
  '${two} ${three}', ' ${two}', '${two} ', 'a\nb ${two}', '${two\n}', "${'}'}", "${'{'}", "${concat('${', s)}", "it's ${two}", '"${two}"', "${it's}", '${two} ${', 'x ${} y ${two}', '#${two}#', '${{a: two}}', '${json(\'{"a":{}}\')}',
  'é€😀 ${s}', '${"a"}', '${two}%', '&lt;${s}&gt;', '\t${two}\r\n', 'a `code` ${two}', '${two}`', '[${s}](http://x)', '${s}\\n', '${  }x', '${list} and ${obj.deep.y}', '${yes} ${no} ${half}', '${nothing}', 'a${nothing}b', '${two}${nothing}', '${missing}${two}', '${obj} x', '${people} x', '${empty}x', '${-two}', '${5}', '${5} x',
  '${two $${three}', '${${two}}', '$${${two}}', '${two} $${$${${two} }', "it's ${ ${'a'}}${two}", '${$s${${two}two}$$', '${{x}}', '${ {a} }', '${{a:1} }', '${{a:{b:1}}}x', '${two {x} }', '${{a:two}.a}',
  '${{a:two', '${{"a":two}}', '${{a:${two}}}', '${{ a b }}', '${{a : 1}}', '${{ a: 1 }}', '${}}', '${{a}', '${{a:}}', '${foreach(list,x,{v:x, w:{}})} ${', '${{\na: 1}}', "${{a: '}'}}", '${{a: "{"}} ${']) {
  add(`string ${JSON.stringify(string)}`, { v: string });
}

// Templates that are no object.
add('a string as a template', '${two}');
add('a number as a template', 5);
add('null as a template', null);
add('an empty object', {});
add('an empty list', []);
add('null in a list', [1, null, 2]);
add('null in an object', { a: null });
add('lists in a list', [[1, 2], [[3]], []]);
add('lists in an object', { a: [[1], [2]] });
add('plain JSON stays', { a: [1, 'x', { b: true, c: 1.5 }], d: { e: 'f' } });
add('keys are not expanded', { '${two}': '${two}', 'a${s}': 1 });
add('values of every type', { a: 1, b: 1.5, c: true, d: 'x', e: [], f: {}, g: -1 });

// $data.
add('$data is an object', { $data: '${obj}', v: '${x}', w: '${deep.y}' });
add('$data is a literal object', { $data: { a: 9 }, v: '${a}', w: '${$root.two}', m: '${two}' });
add('$data is a literal list', { items: [{ $data: [{ a: 1 }, { a: 2 }], v: '${a}' }] });
add('$data is a literal list of scalars', { items: [{ $data: [1, 2], v: '${$data}' }] });
add('$data is a literal nested list', { items: [{ $data: [[1, 2], [3]], v: '${$data}' }] });
add('$data is a literal list with null', { items: [{ $data: [1, null, 2], v: '${$data}' }] });
add('$data is a literal with expressions', { $data: { a: '${two}' }, v: '${a}' });
add('$data is a literal list with expressions', { items: [{ $data: [{ a: '${two}' }, { a: '${s}' }], v: '${a}' }] });
add('$data is a list in a list', { items: [{ $data: '${people}', v: '${name}' }] });
add('$data is a list among others', { items: [{ v: 'first' }, { $data: '${people}', v: '${name}' }, { v: 'last' }] });
add('$data is a list in an object', { item: { $data: '${people}', v: '${name}' } });
add('$data is a list of one in an object', { item: { $data: [{ a: 1 }], v: '${a}' } });
add('$data is an empty list in a list', { items: [{ v: 0 }, { $data: '${empty}', v: 1 }] });
add('$data is an empty list in an object', { item: { $data: '${empty}', v: 1 } });
add('$data is an empty list at the top', { $data: '${empty}', v: 1 });
add('$data is a list at the top', { $data: '${people}', v: '${name}' });
add('$data is a list of one at the top', { $data: '${take(people, 1)}', v: '${name}' });
add('$data is missing', { $data: '${missing}', v: '${two}', w: '${$root.two}' });
add('$data is missing in a list', [{ $data: '${missing}', v: '${two}' }]);
add('$data is null', { $data: '${nothing}', v: '${two}', w: '${$root.two}' });
add('$data is a literal null', { $data: null, v: '${two}' });
add('$data is a string', { $data: '${s}', v: '${$data}', w: '${x}' });
add('$data is a literal string', { $data: 'plain', v: '${$data}' });
add('$data is a number', { $data: '${two}', v: '${$data}', w: '${two}' });
add('$data is text with an expression', { $data: 'x ${two}', v: '${$data}' });
add('$data is a property by index that is missing', { $data: "${obj['none']}", v: '${two}' });
add('$data is an error', { $data: '${two / 0}', v: 1 });
add('$data of scalars', [{ $data: '${names}', v: '${$data}', i: '${$index}' }]);
add('$data is filtered', [{ $data: '${where(people, p, p.age > 40)}', v: '${name}' }]);
add('$data is sorted', [{ $data: "${sortBy(people, 'age')}", v: '${name} ${$index}' }]);
add('$data is a list of lists', [{ $data: '${nested}', v: '${$data}', n: '${count($data)}' }]);
add('$data in an outer scope', { $data: '${people}', tags: [{ $data: '${tags}', v: '${$data} ${$index}' }], name: '${name}' });
add('$data three deep', { a: { $data: '${obj}', b: { $data: '${deep}', c: '${y}', d: '${x}', e: '${$root.obj.x}' } } });
add('$data goes back after its object', [{ $data: '${obj}', v: '${x}' }, { v: '${two}' }]);
add('$data refers to $root', { $data: '${people}', $when: '${age > $root.three}', v: '${name} of ${$root.s}' });
add('$data and plain children', { $data: '${obj}', list: ['${x}', { y: '${deep.y}' }] });
add('$data in an expression', { $data: '${obj}', v: '${$data.x}', w: '${string($data)}' });
add('$data is $root', { $data: '${obj}', inner: { $data: '${$root}', v: '${two}' } });
add('$data is $data', { $data: '${obj}', inner: { $data: '${$data.deep}', v: '${y}' } });
add('$data from the host', { $data: '${$host.nested}', v: '${dark}' });
add('$data from JSON text', { $data: '${json(\'[{"a":1},{"a":2}]\')}', v: '${a}' });
add('$data from createArray', [{ $data: '${createArray(1, 2, 3)}', v: '${$data * 2}' }]);
add('$data from range', [{ $data: '${range(1, 3)}', v: '${$data}' }]);
add('$data from concat of lists', [{ $data: '${concat(list, names)}', v: '${$data}' }]);

// $when.
for (const [name, when] of Object.entries({
  'true': '${yes}', 'false': '${no}', 'a comparison': '${two == 2}', 'a false comparison': '${two == 3}', 'missing': '${missing}', 'null': '${nothing}', 'a number': '${two}', 'a string': '${s}',
  'an error': '${two / 0}', 'text': 'x ${yes}', 'a literal true': true, 'a literal false': false, 'a literal string': 'true', 'a literal number': 1, 'a literal zero': 0, 'a literal empty string': '', 'a literal null': null,
  'exists': '${exists(obj.x)}', 'not exists': '${exists(missing)}', 'and': '${yes && two > 1}', 'or with missing': '${missing || yes}', 'or of missing': '${missing || missing}', 'not': '${!no}', 'not missing': '${!missing}', 'a list': '${list}',
  'the word true': '${true}', 'the word false': '${false}', 'a comparison with missing': '${missing == 1}', 'not equal to missing': "${missing != 'a'}", 'empty': '${empty(missing)}', 'a literal object': { a: 1 }, 'a ternary': '${two > 1 ? yes : no}', 'an index': '${$index == 0}',
})) {
  add(`$when is ${name}, in a list`, [{ $when: when, v: 1 }, { v: 2 }]);
  add(`$when is ${name}, in an object`, { a: { $when: when, v: 1 }, b: 2 });
}
add('$when at the top is false', { $when: '${no}', v: 1 });
add('$when at the top is true', { $when: '${yes}', v: 1 });
add('$when with $data sees the element', [{ $data: '${people}', $when: '${age > 40}', v: '${name}' }]);
add('$when with $data sees the index', [{ $data: '${people}', $when: '${$index > 0}', v: '${name} ${$index}' }]);
add('$when before $data in the text', [{ $when: '${age > 40}', $data: '${people}', v: '${name}' }]);
add('$when drops every element', { items: [{ $data: '${people}', $when: '${age > 400}', v: '${name}' }] });
add('$when drops all but one in an object', { item: { $data: '${people}', $when: '${age > 80}', v: '${name}' } });
add('$when drops all in an object', { item: { $data: '${people}', $when: '${age > 400}', v: '${name}' } });
add('$when on an optional property', [{ $data: '${people}', $when: '${active}', v: '${name}' }]);
add('$when in nested objects', { a: { $when: '${yes}', b: { $when: '${no}', c: 1 }, d: [{ $when: '${no}' }, { $when: '${yes}', e: 1 }] } });
add('$when on a container keeps its children from being asked', [{ $when: '${no}', v: '${two / 0}' }]);

// $index, $root, $host and reserved names.
add('$index outside a repetition', { v: '${$index}', w: 'x ${$index}' });
add('$index in text', [{ $data: '${names}', v: '${$index + 1}. ${$data}' }]);
add('$index in a nested repetition', [{ $data: '${people}', v: '${$index}', tags: [{ $data: '${tags}', v: '${$index}' }], again: '${$index}' }]);
add('$index of the outer list in a plain child', [{ $data: '${people}', inner: { v: '${$index}' } }]);
add('$index under $data that is no list', [{ $data: '${people}', inner: { $data: { a: 1 }, v: '${$index} ${a}' } }]);
add('$index as an index', [{ $data: '${people}', v: '${$root.names[$index]}' }]);
add('$index after a repetition', [{ $data: '${names}', v: 1 }, { v: '${$index}' }]);
add('reserved names are left out', { $root: 1, $index: 2, $host: 3, $_acTemplateVersion: 4, $other: 5, v: 6 });
add('a reserved name with an expression', { $root: '${two / 0}', v: 1 });
add('$schema stays', { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.5' });
add('$host in conditions', { a: { $when: "${$host.name == 'Teams'}", v: 1 }, b: { $when: '${$host.nested.dark}', v: 2 }, c: { $when: '${$host.none}', v: 3 } });
add('$root in a repetition', [{ $data: '${people}', v: '${$root.people[0].name}' }]);
add('$root when the data is a list', [{ $data: '${$root}', v: '${a}' }], [{ a: 1 }, { a: 2 }]);
add('$data when the data is a list', [{ $data: '${$data}', v: '${a}' }], [{ a: 1 }, { a: 2 }]);
add('data that is a string', { v: '${$root}', w: '${$data}', x: '${a}' }, 'text');
add('data that is a number', { v: '${$root + 1}' }, 41);
add('data that is an empty object', { v: '${a}', w: 'x ${a}' }, {});
add('data that is null', { v: '${a}', w: '${$root}' }, null);
add('data that looks like a template', { v: '${a}', w: '<${a}>', x: [{ $data: '${b}', y: '${$data}' }] }, { a: '${two + 2}', b: ['${s}', { $when: false, z: '${c}' }], c: 3 });
add('data with quotes and line ends', { v: '<${a}>' }, { a: 'x"y\\z\nw\'`${' });
add('data with numbers of all kinds', { v: '${a}', w: '${b}', t: '${a} ${b} ${c} ${d} ${e}' }, { a: 1.0, b: 1e21, c: 1e-7, d: -0.5, e: 123456.789 });
add('data with names in other cases', { v: '${NAME}', w: '${Obj.KEY}' }, { name: 1, obj: { key: 2 } });

// As cards are.
const card = (...body) => ({ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', body });
add('a card of facts', card({ type: 'FactSet', facts: [{ $data: '${people}', title: '${name}', value: '${age}' }] }));
add('a card with one action', { ...card({ type: 'TextBlock', text: '${s}', wrap: true }), actions: [{ type: 'Action.Execute', verb: 'go', data: { id: '${two}', ok: '${yes}' } }] });
add('a card with optional actions', { ...card(), actions: [{ $when: '${no}', type: 'Action.Submit' }, { $data: '${names}', type: 'Action.Submit', title: '${$data}' }] });
add('a card with columns', card({ type: 'ColumnSet', columns: [{ $data: '${people}', type: 'Column', items: [{ type: 'TextBlock', text: '${name}' }, { $when: '${count(tags) > 0}', type: 'TextBlock', text: "${join(tags, ', ')}" }] }] }));
add('a card with choices', card({ type: 'Input.ChoiceSet', id: 'c', value: '${names[0]}', choices: [{ $data: '${names}', title: '${toUpper($data)}', value: '${$data}' }] }));
add('a card with a table', card({ type: 'Table', rows: [{ $data: '${people}', type: 'TableRow', cells: [{ type: 'TableCell', items: [{ type: 'TextBlock', text: '${name}' }] }, { type: 'TableCell', items: [{ type: 'TextBlock', text: '${formatNumber(age, 1)}' }] }] }] }));
add('a card with a header row', card({ rows: [{ head: 'Name' }, { $data: '${people}', cell: '${name}' }] }));
add('a card with a colour by condition', card({ $data: '${people}', type: 'TextBlock', text: '${name}', color: "${if(age > 80, 'attention', if(age > 40, 'warning', 'good'))}" }));
add('a card with dates', card({ type: 'TextBlock', text: "${formatDateTime(stamp, 'd MMM yyyy, HH:mm')} UTC" }));
add('a card that refreshes', { ...card(), refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: '${obj}' }, userIds: '${names}' } });
add('a card with user ids in a list', { ...card(), refresh: { userIds: ['x', '${names}'] } });
add('a card with a list that is empty', card({ $when: '${empty(people)}', text: 'nobody' }, { $when: '${!empty(people)}', text: '${count(people)} people' }));
add('a card with nested containers', card({ type: 'Container', $data: '${people}', items: [{ type: 'Container', $data: '${tags}', items: [{ text: '${$data}' }] }] }));
add('a card with fallback', card({ type: 'Badge', text: '${s}', fallback: { type: 'TextBlock', text: '${s}' } }));
add('a card with markdown', card({ text: '**${s}** _${two}_ `x` [a](${s})' }));
add('a pricing card', card({ $data: { items: [{ p: 1.5, n: 2 }, { p: 3, n: 1 }] }, rows: [{ $data: '${items}', t: '${p * n}' }], total: '${sum(foreach(items, i, i.p * i.n))}' }));

// Errors.
add('a broken expression', { a: [{ b: '${1 +}' }] });
add('an unknown function', { v: '${none(two)}' });
add('an unknown function in text', { v: 'x ${none(two)}' });
add('a wrong number of arguments', { v: '${length()}' });
add('a wrong type of argument', { v: '${length(5)}' });
add('an error alone fails', { v: '${length(two)}' });
add('an error in text stays', { v: 'x ${length(two)}' });
add('an error in text among others', { v: '${two} ${length(two)} ${s}' });

module.exports = templates;
