// The expressions whose values the reference is asked for. Each group is a name and its expressions.
'use strict';

const calls = (name, ...lists) => lists.map((list) => `${name}(${list})`);

const BINARY = ['^', '*', '/', '%', '+', '-', '==', '!=', '&', '<', '<=', '>', '>=', '&&', '||', '??'];

/** Every pair of operators, with operands whose grouping shows in the value. */
function pairs() {
  const found = [];
  for (const one of BINARY) {
    for (const other of BINARY) {
      found.push(`seven ${one} two ${other} three`);
      found.push(`no ${one} nothing ${other} s`);
    }
    found.push(`-two ${one} three`, `!no ${one} yes`, `two ${one} -three`, `two ${one} !yes`);
    found.push(`no ${one} two ? three : seven`, `yes ? two : three ${one} seven`);
    found.push(`yes ? two ${one} three : seven`, `(two ${one} three) ${one} seven`, `two ${one} (three ${one} seven)`);
  }
  return found;
}

/** Every operator with operands of every type, there or not. */
function operands() {
  const values = ['two', 's', 'yes', 'nothing', 'missing', 'list', 'obj', "'7'", '0', 'half'];
  const found = [];
  for (const operator of BINARY) {
    for (const [one, other] of [[0, 1], [1, 0], [0, 2], [2, 1], [0, 3], [3, 0], [4, 0], [0, 4], [1, 3], [1, 4],
      [3, 4], [5, 5], [6, 6], [5, 0], [7, 0], [0, 8], [8, 0], [9, 0], [9, 9], [2, 2], [1, 1]]) {
      found.push(`${values[one]} ${operator} ${values[other]}`);
    }
  }
  return found;
}

const STAMP = "'2018-03-15T13:00:00.000Z'";
const DATES = [STAMP, "'2020-02-29T23:59:59.999Z'", "'1999-12-31T00:00:00.000Z'", "'2018-03-15T13:00:00Z'",
  "'2018-03-15'", "'nonsense'", 'missing', 'nothing', 'two', 'stamp', "'2018-02-30T00:00:00.000Z'"];
const FORMATS = ['yyyy-MM-dd', 'dd/MM/yy', 'd.M.yyyy H:mm', 'hh:mm tt', 'h:m:s t', 'dddd, MMMM d yyyy', 'ddd MMM',
  'HH:mm:ss.fff', 'yyyy-MM-ddTHH:mm:ssZ', 'o', 'O', 'R', 'u', 'U', 'K', 'zzz', 'zz', 'z', "yyyy 'year'", 'yyyy\\\\d', '%d',
  'ff', 'FFF', 'gg', 'D', 'YYYY-MM-DD', 'yyyy/MM/dd', '', 'd', 'M', 'dddddd', 'MMMMM', 'yyyyy', "'unclosed"];

const groups = {
  literals: ['1', '-1', '+1', '1.5', '0.10', '007', "'a'", '"a"', "'a\\'b'", '"a\\"b"', "'a\\\\b'", "'a\\nb\\tc\\rd'",
    "'a\\qb'", '"it\'s"', "''", 'true', 'false', 'null', 'undefined', '[]', '[1, \'a\', true, null]', '[[1],[2]]', '{}',
    '{a: 1}', '{a: {b: [1]}}', "{'a b': s}", '{a: missing}', '{a: nothing}', '1.', '.5', '1e3', '[1,2][1]', '[1,2][2]',
    '([1,2])[0]', '{a: 7}.a', "{a: 7}['a']", '=1 + 1', ' 1 ', '(1)', '((two))', '()', '1 1', 'a b', "'unclosed", '1 +',
    '* 2', '#', '1 = 1', 'a..b', 'two;', '~two', '!', '-', "'\u00e9\u20ac'", '9007199254740993', '123456789012345678901234567890',
    '0.1 + 0.2', '1/3.0', '100000000000000000000.0 * 10', '1.0', '0.0000001 * 1', '0.000001 * 1', '1.5 * 100000000000000000000.0'],
  paths: ['two', 'Two', 'TWO', 'obj', 'obj.x', 'obj.X', 'obj.deep.y', 'obj.deep.z', 'obj.none', 'none.x', 'list', 'list[0]',
    'list[5]', 'list[-1]', 'list[0].x', 'list.length', 's.length', 's[0]', 's[0].x', "obj['x']", "obj['none']", "obj['X']",
    "obj['deep']['y']", "obj['deep'].y", "obj['with space']", "obj.deep['y']", 'people[1].name', 'people[1].none',
    'people[two].name', 'people[one].name', "people['1'].name", 'people[one]', "people['one']", 'people[missing]',
    'people[missing].name', 'people[1.5]', 'people[nothing].name', 'people[yes].name', 'missing[0]', 'missing[0].x', "missing['a']",
    "missing['a'].b", 'nothing.x', 'nothing[0]', "nothing['a']", 'two.x', 'two[0]', 'yes.x', '$root.two', '$data.two', '$root', '$data.obj.x',
    '$host.name', '$host.none', '$index', '$none', "$root['two']", '$data[0]', 'obj.1', 'obj[1]', "obj['1']", 'obj[1].x', 'first(people).name', 'first(people).none',
    'first(people).name.x', "json('{\"a\":{\"b\":1}}').a.b", 'last(people).tags[0]', 'last(people).tags[9]', '@x', '#x', '%x', '@@x', '$', '_x', 'obj . x',
    'list [0]', "('a').x", 'createArray(1).x', '(obj).x', '(obj.deep).y', 'people[0].tags[1]', 'people[0].tags', 'dup.a',
    "people[length('x')].name", 'nested[0][1]', 'nested[1][0][0]', 'nested[0][1].x', '$_acTemplateVersion.major', '$_acTemplateVersion', "obj['deep.y']", "obj[obj.key]"],
  interpolation: ['`a ${two} b`', '`${two}`', '``', '`a`', '`${s}${two}`', '`${missing}`', '`${nothing}`', '`${list}`', '`${obj}`',
    '`\\${two}`', '`\\``', "concat('x', `y ${s}`)", 'length(`abc ${two}`)', '`$two`', '`{two}`', '`a ${toUpper(s)} ${two + 1}`',
    "`${if(yes, 'a', 'b')}`", '`${yes}`', '`${half}`', "`it's`", '`"q"`', '`a\\nb`', '`x ${} y`', "`${'}'}`", '`a ${ two } b`', '`${foreach(list, x, x + 1)}`'],
  precedence: pairs(),
  operands: operands(),
  ternary: ['yes ? 1 : 2', 'no ? 1 : 2', 'missing ? 1 : 2', 'nothing ? 1 : 2', "'' ? 1 : 2", '0 ? 1 : 2', 'yes ? no ? 1 : 2 : 3',
    'no ? 1 : yes ? 2 : 3', 'no ? 1 : (yes ? 2 : 3)', 'yes ? 1 : 2 ? 3 : 4', 'two > 1 ? s : missing', 'two < 1 ? s : missing', 'yes ? missing : 1',
    'no ? 1', 'yes ?: 1', 'yes ? 1 : 2 + 3', '1 + yes ? 2 : 3', 'two/0 ? 1 : 2', '!yes ? 1 : 2', 'yes && no ? 1 : 2'],
  unary: ['-two', '--two', '!yes', '!!yes', '-s', "-'a'", "+'a'", '+two', '!missing', '!nothing', '!0', "!''", '-missing', '-nothing', '-(two + 1)',
    '2 - -1', '2 - - 1', '2--1', '!(yes && no)', '-2 ^ 2', '2 ^ -1', '!two == no', '-yes', '2 ^ 3 ^ 2', '(2 ^ 3) ^ 2', '10 % 4', '10 %4', '10%4', '-7 % 3', '7 % -3', '7.5 % 2', '7 % 0',
    '7 / 0', '7 / two', '-7 / 2', '7.0 / 2', '7 / 2.5', '1 <> 2', '1 <> 1', '2 ** 3', '1 === 1', "'b' > 'a'", "'a' < 'B'", "'10' < '9'", '1 & 2 & 3', "'a' & 'b'", 'list & list', "list & 'x'", 'two & nothing'],
};

groups.concat = calls('concat', "'a','b'", "'a',1", '1,2', "'a',nothing", "'a',missing", 'nothing,nothing', 'list,list', "list,'a'", "'a',list", 'obj,obj',
  "'a',yes", 'list,nothing', 'nothing,list', "'a'", 'two', 'list', '', "'a','b','c',half", "half,'x'", "'a',obj", "'a',1/0", 'list,list,list', 'nothing,nothing,nothing', "'\"q\"',obj", 'missing,list', "'\u20ac','x'");
groups.length = calls('length', "'abc'", "''", 's', 'missing', 'nothing', 'two', 'list', '5', '', "'a','b'", "'\ud83d\ude00'", 'concat(s,s)', 'yes');
groups.substring = calls('substring', "'hello',0,2", "'hello',1", "'hello',5", "'hello',6", "'hello',-1", "'hello',0,9", "'hello',1,0", "'hello',1.5", "'hello',two,two",
  'missing,0', 'missing,0,9', 'nothing,0', 'two,0', "'hello'", "'hello','a'", "'hello',0,-1", "'hello',0,nothing", "s,0,1", '5,0', "'hello',1,4", "'hello',1,5");
groups.replace = calls('replace', "'hello','l','L'", "'hello','','L'", "'hello','z','L'", "'hello','l',''", "missing,'a','b'", "nothing,'a','b'", "'hello',missing,'b'", "'a.b','.','-'",
  "'hello','l'", "two,'a','b'", "'aaa','aa','b'", "'hello','L','x'", "'a$b','$','$$'", "'hello','l',missing", "'hello','l',nothing", "5,'a','b'", "'a\\\\b','\\\\','/'");
groups.replaceIgnoreCase = calls('replaceIgnoreCase', "'hello','L','x'", "'Hello','h','j'", "'hello','','x'", "'a.b','.','-'", "'aXbx','x','$&'", "missing,'a','b'", "nothing,'a','b'", "'hello','z','y'", "'aaa','A','b'", "'a(b','(','-'", "two,'a','b'", "'hello','l'");
groups.split = calls('split', "'a,b,c',','", "'abc',''", "'abc'", "'',','", "''", "'a,b',missing", 'missing', "missing,','", "nothing,','", "'a,b',nothing", "two,','", "'a,,b',','", "'a.b','.'", "'abc','b','c'", "',a,',','", "'a||b','||'");
groups.toLower = calls('toLower', "'ABC'", "'\u00c4'", 's', 'missing', 'nothing', 'two', "''", "'I','tr-TR'", "'ABC','en-US'", "'ABC','xx'", "'ABC',missing", '5', 'list', "'\u0130'", "'ABC',two", '', "'A','en','x'");
groups.toUpper = calls('toUpper', "'abc'", "'\u00e4\u00df'", 's', 'missing', 'nothing', 'two', "''", "'i','tr-TR'", "'abc','de-DE'", '5', 'obj', 'yes', "'ŉ'", "concat('a',s)");
groups.trim = calls('trim', "' a '", "'\u00a0a\ufeff'", "'\\t a \\n'", "''", 'missing', 'nothing', 'two', "'a b'", "'   '", "' a ', 'b'");
groups.indexOf = calls('indexOf', "'hello','l'", "'hello','z'", "'hello',''", "'hello',missing", "'hello',nothing", "'hello',two", "missing,'a'", "nothing,'a'", 'list,2', 'list,9', "list,'2'", 'nested,nested', "two,'a'", "people,'x'", 'names,s', "names,'b'", "'hello'", 'obj,1', '[1,1],1', 'people,people[1]', '[1.0,2],1', '[null],nothing');
groups.lastIndexOf = calls('lastIndexOf', "'hello','l'", "'hello','z'", "'hello',''", "'','a'", "'',''", "missing,'a'", "nothing,'a'", 'list,2', '[1,2,1],1', "two,'a'", "'hello','o'", "'hello',two", "'hello',missing", "names,'c'", "'aaa','aa'");
groups.startsWith = calls('startsWith', "'hello','he'", "'hello','lo'", "'hello',''", "missing,'a'", "'hello',missing", "nothing,'a'", "two,'a'", "'hello','HE'", "'hello'", "s,s");
groups.endsWith = calls('endsWith', "'hello','lo'", "'hello','he'", "'hello',''", "missing,'}'", "'hello',missing", "nothing,'a'", "two,'a'", "'hello','LO'", "'hello'", "s,s");
groups.countWord = calls('countWord', "'a b c'", "''", "'  a  b '", 'missing', 'nothing', 'two', "'a\\tb\\nc'", 's', "'one'", '5');
groups.addOrdinal = calls('addOrdinal', '1', '2', '3', '4', '11', '12', '13', '21', '111', '112', '0', '-1', '1.5', "'a'", 'missing', 'two', 'half', '101', '1000003', 'nothing');
groups.sentenceCase = calls('sentenceCase', "'hello WORLD'", "''", 'missing', 'nothing', 'two', "'\u00e4b'", "'ABC','en-US'", "'i','tr-TR'", "' a'", "'1a'");
groups.titleCase = calls('titleCase', "'hello WORLD'", "''", 'missing', 'nothing', 'two', "'a-b c_d'", "'o\\'neil x'", "'\u00e4b cd'", "'a  b'", "'1st place'", "'(abc) def'", "'abc','en-US'");
groups.newGuid = ['length(newGuid())', 'newGuid() == newGuid()', "isMatch(newGuid(), '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')", 'newGuid(1)'];
groups.contains = calls('contains', "'hello','ell'", "'hello','z'", "list,2", "list,'2'", "list,9", "obj,'x'", "obj,'X'", "obj,'none'", "obj,two", "missing,'a'", "nothing,'a'", "two,'a'", "'hello',two", "people,people[0]", 'nested,[3,4]', "'hello',''", "'hello',missing", 'list,missing', '[null,1],missing', "'hello'", 'list,2.0', "names,'b'", '[{a:1}],{a:1}', 'empty,1');
groups.first = calls('first', 'list', "'abc'", "''", 'empty', 'missing', 'nothing', 'two', 'obj', 'people', '[nothing]', '', 'list,1', 'nested', "'\ud83d\ude00'");
groups.last = calls('last', 'list', "'abc'", "''", 'empty', 'missing', 'nothing', 'two', 'obj', 'names', '[nothing]', 'nested');
groups.count = calls('count', 'list', "'abc'", "''", 'empty', 'missing', 'nothing', 'two', 'obj', '5', '{}', '{a:1}', '[1,2,3]', 'concat(list,list)', 'yes', '', 'list,1', 'people');
groups.foreach = calls('foreach', 'list,x,x*2', 'list,x=>x*2', 'people,p,p.name', 'people,p,p.none', 'people,p,concat(p.name,s)', 'obj,x,x.key', 'obj.deep,x,x.value', 'empty,x,x', 'missing,x,x', 'nothing,x,x', 'two,x,x', "'abc',x,x", 'list,x,x/0', 'list,x,two', 'list,two,two', 'list,x,$index', 'list,x,$data.two', 'list,x,$root.two', 'nested,x,foreach(x,y,y+1)', 'nested,x,foreach(x,x,x)', 'nested,x,count(x)', 'people,p,foreach(p.tags,t,concat(t,p.name))', 'list,x', 'list,x.y,x', "list,'x',x", 'list,X,x', 'list,x,X', 'list,x=>y=>x', 'people,p,p', 'list,x,nothing', 'list,x,missing', 'list,x,if(x>1,x,nothing)', '[{a:1}],x,x.a', 'list,x,x', 'people,p,p.tags[0]', 'people,p,p.age+1', 'list,x,[x]', 'list,x,{v:x}', 'list, x => x, 1');
groups.select = calls('select', 'list,x,x*2', 'people,p=>p.age', 'obj,x,x.value', 'missing,x,x', 'empty,x,1', 'people,p,p.tags', 'two,x,x', 'list,x');
groups.where = calls('where', 'list,x,x>1', 'list,x=>x>1', 'people,p,p.age>40', "people,p,p.name=='Ada'", 'people,p,p.none', 'people,p,p.active', 'obj,x,x.value==1', "obj,x,x.key=='x'", 'empty,x,yes', 'missing,x,yes', 'two,x,yes', "'abc',x,yes", 'list,x,x/0', 'list,x,nothing', 'list,x,x', 'list,x,no', 'list,x', 'nested,x,contains(x,3)', "people,p,contains(p.tags,'a')", 'list,x,0', "list,x,''", 'list,x,!x', 'people,p,exists(p.active)', "people,p,p.name!='Ada'&&p.age<90", 'list,x,missing', 'nothing,x,yes');
groups.sortBy = calls('sortBy', 'list', 'mixed', 'names', "people,'age'", "people,'name'", "people,'none'", 'empty', 'missing', 'nothing', 'two', 'numbers', "people,s", "people,missing", "people,'Age'", "list,'x'", "obj", "'abc'", "people,'age','x'", "numbers,''", 'people, p => p.age', "foreach(people,p,p.name)", '[true,false]', "['b','a','B','A']");
groups.sortByDescending = calls('sortByDescending', 'list', 'names', "people,'age'", "people,'name'", 'numbers', 'empty', 'missing', "ties,'k'", 'two', "['b','a','B']");
groups.sortBy.push("sortBy(ties,'k')", "join(foreach(sortBy(people,'age'),p,p.name),',')");
groups.union = calls('union', 'list,[2,9]', 'list', 'list,list', "[1,'1'],[true]", 'people,people', 'list,missing', 'list,two', 'empty,empty', 'nested,[[1,2]]', '[1.0],[1]', '[null,null]', '', "list,'a'", '[1],[2],[1,3]');
groups.intersection = calls('intersection', 'list,[2,9]', 'list', 'list,list', "[1,'1'],[1]", 'people,people', 'list,missing', 'list,two', 'list,empty', 'nested,nested', '[1,1,2],[1]', '[1,2,3],[2,3],[3]', "[1],'a'");
groups.unique = calls('unique', 'list', '[1,1,2]', "[1,'1']", 'people', '[people[0],people[0]]', 'missing', 'two', 'empty', '[nothing,nothing]', "'aab'", '[1.0,1]');
groups.skip = calls('skip', 'list,1', 'list,0', 'list,9', 'list,-1', 'list,1.5', "list,'a'", 'missing,1', 'nothing,1', 'two,1', "'abc',1", 'list', 'list,missing', 'list,two', 'empty,1');
groups.take = calls('take', 'list,1', 'list,0', 'list,9', 'list,-1', 'list,1.5', "list,'a'", 'missing,1', 'nothing,1', 'two,1', "'abc',1", "'abc',9", 'list', 'list,missing', "s,two", 'obj,1');
groups.subArray = calls('subArray', 'list,1', 'list,0,2', 'list,1,1', 'list,2,1', 'list,-1', 'list,9', 'list,0,9', 'list,0,-1', 'list,1.5', 'missing,0', 'two,0', "'abc',0", 'list', 'list,0,nothing', 'list,3', 'list,two,3');
groups.join = calls('join', "list,','", "list,''", "list,', ',' and '", "[1],', ',' and '", "[1,2],', ',' and '", "empty,','", "missing,','", "two,','", "list", "names,'-'", "[nothing,1,missing],','", "people,','", "nested,';'", "list,missing", "list,two", "[true,false],','", "[1.5,0.1],' '", "list,',',two", "foreach(people,p,p.name),', '", "['a','b','c','d'],', ',', or '", "'abc',','", "[],'x','y'");
groups.flatten = calls('flatten', 'nested', 'nested,1', 'nested,0', 'nested,-1', 'list', 'empty', 'missing', 'two', '[1,[2,[3,[4]]]],1', '[1,[2,[3,[4]]]],2', '[1,[2,[3,[4]]]]', "nested,'a'", '[[],[[]]]', '[[null]]', 'nested,missing', '[people]');
groups.any = calls('any', 'list,x,x>2', 'list,x,x>9', 'empty,x,yes', 'missing,x,yes', 'two,x,yes', 'obj,x,x.value==1', 'list,x,x/0', "people,p,p.name=='Ada'", 'list,x', 'people,p,p.none', 'list,x=>x==2', 'nothing,x,yes');
groups.all = calls('all', 'list,x,x>0', 'list,x,x>1', 'empty,x,no', 'missing,x,yes', 'two,x,yes', 'obj,x,exists(x.key)', 'list,x,x/0', 'people,p,p.age>1', 'list,x', 'people,p,p.none', 'list,x=>x<9', 'nothing,x,yes');
groups.reverse = calls('reverse', "'a\ud83d\ude00'", 'list', "'abc'", "''", 'empty', 'missing', 'nothing', 'two', 'obj', 'names', '5', "'a\u00e4'", '');
groups.indicesAndValues = calls('indicesAndValues', 'list', 'obj.deep', 'empty', 'missing', 'two', 'people', "'abc'", '', "json('{}')", 'foreach(list,x,x)') .concat(["foreach(indicesAndValues(names),x,concat(x.index,x.value))", "where(indicesAndValues(list),x,x.index>0)", "first(where(indicesAndValues(names), x, x.value == 'b')).index"]);
groups.and = calls('and', 'yes,no', 'yes,yes', 'yes', 'no', 'nothing', 'missing', '0', "''", 'two/0', 'yes,two/0', 'no,two/0', '', 'list,obj', 'yes,missing', 'two,s', 'and(yes,yes),yes');
groups.or = calls('or', 'yes,no', 'no,no', 'yes', 'no', 'nothing', 'missing', '0', 'two/0', 'two/0,yes', '', 'no,missing', 'missing,yes', 'no,nothing', 'no,two', 'nothing,no');
groups.not = calls('not', 'yes', 'no', 'nothing', 'missing', '0', "''", 'two/0', 'list', '', 'yes,no', 'not(yes)', 'two > 1', "exists(missing)");
groups.if = calls('if', 'yes,1,2', 'no,1,2', 'missing,1,2', 'nothing,1,2', "'',1,2", '0,1,2', 'two/0,1,2', 'yes,missing,2', 'no,1,missing', 'yes,1,two/0', 'no,1,two/0', 'yes,1', 'yes', '', 'yes,list,obj', 'two>1,s,nothing', 'if(no,yes,no),1,2', 'yes,nothing,1', "exists(missing),missing,'none'", 'yes,1,2,3');
groups.equals = calls('equals', '1,1', "1,'1'", '1,1.0', "'a','A'", 'nothing,missing', 'missing,missing', 'list,list', 'list,[1,2,3]', 'list,[1,2]', 'obj,obj', '{a:1},{a:1}', '{a:1},{a:2}', '{a:1,b:2},{b:2,a:1}', '0.1+0.2,0.3', 'yes,1', 'two/0,1', '1', '1,1,1', "'a','a'", '[{a:1}],[{a:1}]', 'empty,{}', "'',nothing", '0,nothing', 'no,nothing', '{a:[1]},{a:[1]}', '{a:{}},{a:{}}', 'yes,true', "s,'str'", '1000000000000000.0,1000000000000001.0');
for (const name of ['less', 'lessOrEquals', 'greater', 'greaterOrEquals']) {
  groups[name] = calls(name, '1,2', '2,1', '2,2', "'a','b'", "'b','a'", "'a','a'", "1,'a'", "'1',2", 'nothing,1', '1,missing', 'missing,missing', 'list,list', 'yes,no', 'two/0,1', '1', 'half,two', "'Z','a'", "'\u00e4','z'", '0,-0', "'',s", STAMP + ',stamp');
}
groups.empty = calls('empty', "''", "'a'", 'empty', 'list', 'missing', 'nothing', '{}', 'obj', 'two', '0', 'no', 'two/0', '', "s,s", 'obj.none', '[]', "obj['none']");
groups.exists = calls('exists', 'two', 'missing', 'nothing', "''", 'empty', 'no', '0', 'obj.x', 'obj.none', 'list[0]', 'list[9]', 'list[9].x', 'two/0', '', 'people[0].none', "obj['none']", 'nothing.x', '$index', '$host.name');
groups.coalesce = calls('coalesce', 'nothing,1', 'two,1', 'nothing,nothing', "nothing,'',1", 'no,1', '0,1', 'missing,1', 'missing', 'two/0,1', '1,two/0', '', 'obj.none,obj.x', 'nothing,missing,s').concat(['nothing ?? 1', 'missing ?? 1', 'two ?? 1', 'nothing ?? nothing ?? 3', 'obj.none ?? obj.x', "obj['none'] ?? 'd'", "s ?? 'd'"]);
groups.int = calls('int', "'10'", "'10.9'", "'abc'", "'12abc'", "''", "' 7 '", '1.9', '-1.9', 'two', 'yes', 'missing', 'nothing', 'list', '100000000000000000000.0*100', '0.0000001*5', "'-3'", "'+3'", "'0x10'", "ticks('2018-03-15T13:00:00.000Z')");
groups.float = calls('float', "'10.5'", "'abc'", "'1.5abc'", "''", "'-0.5'", "'.5'", "'1e3'", "'Infinity'", 'two', 'half', 'yes', 'missing', 'nothing', 'list', "'5.'", "'1.2.3'", "'- 1'");
groups.string = calls('string', '1', '1.5', '1234.5', '1234567', "'a'", 'yes', 'nothing', 'missing', 'list', 'obj', '{}', "1234.5,'de-DE'", "1234.5,'fr-FR'", "1234.5,'xx'", '-1.5', '0', '0.0000001*1', 'half', 'empty', "'a','b'", '[\'a\']', 'people[0]', '0.1+0.2', '1234567.125', "s,two", "{a:'q\"q'}", "two,'en-US'", "1000000,'en-IN'");
groups.bool = calls('bool', '1', '0', "'true'", "'false'", "'False'", "''", "'0'", 'nothing', 'missing', 'yes', 'no', 'list', 'obj', 'half', "'a falsehood'", 'two/0', "'no'", '-1', "['false']", '', 'yes,no');
groups.json = calls('json', "'{\"a\":1}'", "'[1,2]'", "'1'", "'\"a\"'", "'null'", "''", "'nonsense'", "' {} '", 'missing', 'nothing', 'two', '5', "'{\"a\":1}x'", "'{a:1}'", "'[1,]'", "'1.50'", "'{\"a\":{\"b\":[null,true]}}'").concat(["json('{\"a\":1}').a", "string(json('{\"b\":2,\"a\":1}'))", "json(string(obj))"]);
groups.createArray = calls('createArray', '', '1', "1,'a',yes", 'list', 'missing', 'nothing', 'list,list', 'two/0', 'obj.x,s', '[1],[2]');
groups.base64 = calls('base64', "'hello'", "''", "'\u00e9'", "'\u20ac'", 'two', 'missing', 'nothing', 'list', 's', "'a b'", "'\ud83d\ude00'");
groups.base64ToString = calls('base64ToString', "'aGVsbG8='", "'aGVsbG8'", "''", "'***'", 'two', 'missing', 'nothing', "base64('hello')", "base64('\u00e9')", "'YQ=='", "'YWI='", "' YQ == '", "'aGVs-_'");
groups.uriComponent = calls('uriComponent', "'a b'", "'a/b?c=d&e'", "'\u00e9'", "''", 'two', 'missing', 'nothing', "'!*\\'()~-_.'", "'\u20ac'", "'a+b'", "'%'", "'\ud83d\ude00'", "'\ud83d'", "'a\"b'");
groups.uriComponentToString = calls('uriComponentToString', "'a%20b'", "'a+b'", "'%E2%82%AC'", "'%'", "'%zz'", "''", 'two', 'missing', 'nothing', "'%ff'", "'a'", "uriComponent('\u00e9 &')", "'%C3'");
groups.formatNumber = calls('formatNumber', '1234.567,2', '1234.5,0', '1234.5,2', "1234.567,2,'de-DE'", "1234567.891,2,'fr-FR'", "1234.5,2,'en-IN'", "12345678.9,2,'en-IN'", "1234.5,2,'xx'", "1234.5,2,'de-CH'", "1234.5,2,'ar-EG'", "1234.5,2,'ru-RU'", "1234.5,1,'en-US'", '-5,2', '-0.001,2', '0,2', '0.5,0', '1.5,0', '2.5,0', '-0.5,0', '1.005,2', '10,-1', '10,1.5', "'a',2", 'missing,2', 'nothing,2', '1', "1,'a'", '1,missing', 'two,two', 'half,1', '123,0', '999.995,2', '1000000,0', '0.1,20', '0.1,25', '1234.5,2,two', '123456789.123,3', "1234.5,2,'pt-BR'", "1234.5,2,'ja-JP'", "1234.5,2,'sv-SE'", "1234.5,2,'es-MX'", '100000000000000000000.0*100,2', '5,0', '12345.678,1');
groups.add = calls('add', '1,2', "1,'a'", "'a',1", "'a','b'", '1,2,3', '1', '1,missing', 'missing,1', 'nothing,1', "missing,'a'", "nothing,'a'", 'half,half', "two,'x',two", 'yes,1', 'list,1', '0.1,0.2', '');
groups.sub = calls('sub', '3,1', '3,1,1', "3,'a'", '3', '3,missing', '3,nothing', 'half,two', 'two,s', '0.3,0.1', 'list,1');
groups.mul = calls('mul', '3,2', '3,2,2', "3,'a'", '3', '3,missing', 'half,two', '0.1,3', 'two,nothing', '100000000000.0,100000000000.0');
groups.div = calls('div', '10,4', '10,4,2', '10,0', '10.0,4', 'half,2', '-7,2', '7,-2', "10,'a'", '10,missing', '0,5', '10', '5.5,1.1', '1,3', '7.5,2', '10,2.5', 'nothing,1', '10,0.0');
groups.mod = calls('mod', '10,3', '-10,3', '10,-3', '10,0', '10.5,3', '10,2.5', "10,'a'", '10,missing', '10', '0,3', 'two,two', '10,3,2');
groups.min = calls('min', '1,2', '[3,1,2]', '1,[0,5]', 'list', 'empty', "1,'a'", 'missing', 'nothing', 'half,two', "['a']", '', '-1,0', '5', '[],1', 'list,list');
groups.max = calls('max', '1,2', '[3,1,2]', '1,[0,5]', 'list', 'empty', "1,'a'", 'missing', 'nothing', 'half,two', "['a']", '', '-1,0', '5', '[],1', 'numbers');
groups.average = calls('average', 'list', '[1,2]', 'empty', 'missing', 'two', "['a']", 'numbers', '[half]', '', "'a'", '[1,nothing]');
groups.sum = calls('sum', 'list', '[1,2]', 'empty', 'missing', 'two', "['a']", 'numbers', '[0.1,0.2]', '', "'a'", '[1,nothing]', 'foreach(people,p,p.age)', '5');
groups.round = calls('round', '1.5', '2.5', '-1.5', '1.45,1', '1.005,2', '1.23456,3', '1.5,-1', '1.5,16', '1.5,15', '1.5,0.5', "'a'", 'missing', 'two', 'half', '123.456,0', '1.5,missing', '-0.4', '0.285,2', '1.5,nothing', '');
groups.floor = calls('floor', '1.9', '-1.1', '2', "'a'", 'missing', 'half', 'nothing', '');
groups.ceiling = calls('ceiling', '1.1', '-1.9', '2', "'a'", 'missing', 'half', 'nothing', '-0.5');
groups.abs = calls('abs', '-1.5', '2', "'a'", 'missing', 'half', 'nothing', '-two');
groups.range = calls('range', '1,4', '0,1', '1,0', '1,-1', '-2,3', '1.5,2', '1,1.5', "'a',2", 'missing,2', 'two,two', '1', '5,10');
groups.isMatch = calls('isMatch', "'abc','^[a-c]+$'", "'abc','b'", "'abc','z'", "'ABC','(?i)abc'", "'abc',''", "'abc','['", "missing,'a'", "'abc',missing", "nothing,'a'", "'abc',nothing", "two,'a'", "'a1','\\\\d'", "'','^$'", "'a\\nb','(?s)a.b'", "'a\\nb','a.b'", "'a\\nb','(?m)^b'", "'aaa','^a{2,3}$'", "'abc','(?=a)'", "'abc','(?:ab)c'", "'a-b','\\\\w-\\\\w'", "'foo','f(o|x)+'", "'abc','a|z'", "'abc','^(?<n>a)'", "'12345678','^\\\\d{8}$'", "'a@b.c','^[^@]+@[^@]+$'", "s,s");
for (const name of ['isArray', 'isBoolean', 'isFloat', 'isInteger', 'isObject', 'isString', 'isDateTime']) {
  groups[name] = calls(name, 'list', 'yes', 'half', 'two', 'obj', 's', 'missing', 'nothing', STAMP, "'2018-03-15'", '1.0', 'empty', '{}', '', 'two,two', "'2018-02-30T00:00:00.000Z'");
}
groups.utcNow = calls('utcNow', '', "'yyyy-MM-dd'", "'HH:mm','en-us'", 'missing', 'two', "'D','x','y'", "''", "nothing,'en-US'");
groups.formatDateTime = calls('formatDateTime', ...DATES, "'2018-03-15T13:00:00'", "'2018-03-15T13:00:00+02:00'", "'2018-03-15T13:00'", "'2018-03'", "'2018'", "'2018-03-15 13:00:00'", "'2018-03-15T13:00:00.123456Z'", "'2018-13-01'", "'2018-03-15T25:00:00Z'", `${STAMP},'yyyy','de-DE'`, `${STAMP},'MMMM','de-DE'`, `${STAMP},'yyyy','en-US','x'`, `${STAMP},two`, `${STAMP},missing`, `${STAMP},'yyyy',two`, `${STAMP},nothing`, "'2018-03-15T13:00:00.1Z'", "'2018-03-15T13:00:00-08:00','o'", "'2018-3-5'", "'2018-03-15T24:00:00Z'")
  .concat(FORMATS.map((format) => `formatDateTime(${STAMP}, ${format.includes("'") ? `"${format}"` : `'${format}'`})`), FORMATS.map((format) => `formatDateTime('2005-01-02T03:04:05.060Z', ${format.includes("'") ? `"${format}"` : `'${format}'`})`));
groups.formatEpoch = calls('formatEpoch', '1521118800', "1521118800,'yyyy-MM-dd'", '0', '-1', '1521118800.5', "'a'", 'missing', 'nothing', 'two', "1521118800,'HH','en-us'", '100000000000000.0', '1521118800.1234');
groups.formatTicks = calls('formatTicks', '637243624200000000', "637243624200000000,'yyyy-MM-dd'", '621355968000000000', '0', "'a'", 'missing', 'nothing', "ticks('2018-03-15T13:00:00.000Z')", 'half', "tickText", "ticks('2020-02-29T23:59:59.999Z'),'o'");
for (const name of ['addDays', 'addHours', 'addMinutes', 'addSeconds']) {
  groups[name] = calls(name, `${STAMP},1`, `${STAMP},-1`, `${STAMP},0`, `${STAMP},1.9`, `${STAMP},-1.9`, `${STAMP},100`, `${STAMP},'a'`, `${STAMP},missing`, `${STAMP},nothing`, "'nonsense',1", 'missing,1', "'2018-03-15',1", `${STAMP},1,'yyyy-MM-dd'`, `${STAMP},1,'HH:mm','en-us'`, `${STAMP},1,two`, `${STAMP}`, 'stamp,two', "'2020-02-29T23:59:59.999Z',1", `${STAMP},1,'MMM d, yyyy'`, `${STAMP},-100000`);
}
for (const name of ['addToTime', 'subtractFromTime']) {
  groups[name] = calls(name, ...['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year', 'day', 'Decade', ''].map((unit) => `${STAMP},1,'${unit}'`), `${STAMP},-2,'Month'`, "'2018-01-31T00:00:00.000Z',1,'Month'", "'2020-02-29T00:00:00.000Z',1,'Year'", "'2018-03-31T00:00:00.000Z',1,'Month'", `${STAMP},1.5,'Day'`, `${STAMP},'a','Day'`, `${STAMP},missing,'Day'`, `${STAMP},1,missing`, "'2018-03-15',1,'Day'", 'missing,1,\'Day\'', 'nothing,1,\'Day\'', `${STAMP},1,'Day','yyyy-MM-dd'`, `${STAMP},1,'Day','o','en-us'`, `${STAMP},1`, `${STAMP},0,'Year'`);
}
groups.dateTimeDiff = calls('dateTimeDiff', `${STAMP},'2018-03-15T12:00:00.000Z'`, `'2018-03-15T12:00:00.000Z',${STAMP}`, `${STAMP},${STAMP}`, `${STAMP},'2018-03-15'`, `${STAMP},missing`, 'nothing,stamp', `${STAMP}`, `${STAMP},stamp`, `${STAMP},'1918-03-15T12:00:00.001Z'`);
for (const name of ['date', 'dayOfMonth', 'dayOfWeek', 'dayOfYear', 'month', 'year', 'ticks', 'getTimeOfDay']) {
  groups[name] = calls(name, ...DATES, '', "'2018-01-01T00:00:00.000Z'", "'2018-12-30T12:00:00.000Z'", '5');
}
groups.getTimeOfDay.push(...calls('getTimeOfDay', ...['00:00', '00:01', '11:59', '12:00', '12:01', '17:59', '18:00', '22:00', '22:01', '23:59'].map((time) => `'2018-03-15T${time}:00.000Z'`), "'2018-03-15T13:00:00.0000000'", "'2018-03-15T00:00:00.0000000'", "'2018-03-15T13:00:00.000'"));
for (const name of ['startOfDay', 'startOfHour', 'startOfMonth']) {
  groups[name] = calls(name, ...DATES, `${STAMP},'yyyy-MM-dd HH:mm'`, `${STAMP},'o','en-us'`, `${STAMP},two`, "'2018-12-31T23:59:59.999Z'", '');
}
const ZONES = ["'Pacific Standard Time'", "'America/Los_Angeles'", "'Europe/London'", "'Asia/Tokyo'", "'UTC'", "'Etc/UTC'", "'India Standard Time'", "'nonsense'", "''", 'missing', 'nothing', 'two', "'W. Europe Standard Time'", "'Asia/Kolkata'", "'Australia/Sydney'", "'Nepal Standard Time'"];
groups.convertFromUTC = ZONES.map((zone) => `convertFromUTC(${STAMP}, ${zone})`).concat(calls('convertFromUTC', `'2018-07-15T13:00:00.000Z','Europe/Berlin'`, `${STAMP},'Europe/Berlin','yyyy-MM-dd HH:mm'`, `${STAMP},'Europe/Berlin','o'`, `${STAMP},'Europe/Berlin','HH:mm zzz','en-us'`, `${STAMP},'Europe/Berlin','HH:mm zz'`, "'nonsense','Europe/Berlin'", "'2018-03-15','Europe/Berlin'", "missing,'Europe/Berlin'", `${STAMP}`, "'2018-03-25T00:59:59.999Z','Europe/Berlin'", "'2018-03-25T01:00:00.000Z','Europe/Berlin'", "'2018-10-28T00:30:00.000Z','Europe/Berlin','o'", "'2018-10-28T01:30:00.000Z','Europe/Berlin','o'", `${STAMP},'America/St_Johns','K'`, `${STAMP},'Europe/Berlin',two`));
groups.convertToUTC = ZONES.map((zone) => `convertToUTC('2018-03-15T13:00:00.000', ${zone})`).concat(calls('convertToUTC', "'2018-07-15T13:00:00','Europe/Berlin'", `${STAMP},'Europe/Berlin'`, "'2018-03-15','Europe/Berlin'", "'2018-03-15T13:00:00.123','Europe/Berlin'", "'2018-03-15T13:00:00','Europe/Berlin','yyyy-MM-dd HH:mm'", "'2018-03-15T13:00:00','Europe/Berlin','o','en-us'", "'nonsense','Europe/Berlin'", "missing,'Europe/Berlin'", "nothing,'Europe/Berlin'", "'2018-03-25T02:30:00','Europe/Berlin'", "'2018-10-28T02:30:00','Europe/Berlin'", "'2018-03-15T13:00:00'", "'2018-03-15 13:00:00','Asia/Tokyo'"));
groups.getProperty = calls('getProperty', "obj,'x'", "obj,'none'", "obj,'deep.y'", "obj,'X'", "'obj'", "'obj.x'", "'obj.none'", "'people[0].name'", "people,'[0].name'", 'two', "missing,'x'", "nothing,'x'", "obj,missing", "obj,two", "obj,'with space'", "two,'x'", "obj", '', "people[0],'name'", "obj,concat('','x')", "'$root.two'", "list,'0'", "''", "'\"\"'", "obj,''", "obj,'\"\"'", "'[0]'");
groups.setProperty = calls('setProperty', "obj,'x',9", "obj,'z',9", "{},'a',list", "obj,'x',missing", "obj,'x',nothing", "missing,'x',1", "nothing,'x',1", "two,'x',1", "obj,two,1", "obj,'x'", "setProperty({},'a',1),'b',2", "json('{}'),'a',1", "s,'x',1").concat(["concat(string(setProperty(obj, 'x', 9)), string(obj))"]);
groups.addProperty = calls('addProperty', "obj,'z',9", "obj,'x',9", "{},'a',1", "missing,'x',1", "nothing,'x',1", "two,'x',1", "obj,'X',1", "obj,'z'", "obj,'z',missing").concat(["concat(string(addProperty(obj, 'z', 9)), string(obj))"]);
groups.removeProperty = calls('removeProperty', "obj,'x'", "obj,'none'", "obj,'X'", "missing,'x'", "nothing,'x'", "two,'x'", "obj", "obj,two").concat(["concat(string(removeProperty(obj, 'x')), string(obj))"]);
groups.merge = calls('merge', 'obj,{z:1}', 'obj,{x:2}', 'obj', 'missing', 'nothing', 'two', 'obj,missing', 'people', 'people,obj', 'obj,list', 'empty', '{a:{b:1}},{a:{c:2}}', '{},{}', '[{a:1},{b:2}],{c:3}', "'a'", '');
groups.nested = ["toUpper(concat('a', string(two + 1)))", "if(greater(count(list), 2), join(list, '-'), 'few')", 'add(mul(two, three), div(seven, two))', "length(substring(concat(s, s), 1, 4))", "foreach(where(people, p, p.age > 40), p, toUpper(p.name))", "join(foreach(people, p, concat(p.name, ' (', p.age, ')')), ', ')", 'max(foreach(people, p, p.age)) - min(foreach(people, p, p.age))', "first(sortBy(people, 'age')).name", "count(where(people, p, any(p.tags, t, t == 'a')))", 'sum(foreach(range(1, 10), x, x * x))', "if(and(exists(obj.x), obj.x > 0, not(empty(list))), 'ok', 'bad')", "formatNumber(average(foreach(people, p, p.age)), 1)", "concat(formatDateTime(stamp, 'd.M.yyyy'), ' ', if(two == 2, 'two', 'not'))", "json(concat('{\"a\":', two, '}')).a + 1", 'foreach(range(0, 3), i, people[i].name)', 'foreach(range(0, 2), i, list[i])', "string(foreach(people, p, {n: p.name}))", 'people[count(people) - 1].name', "where(people, p, startsWith(p.name, 'A'))[0].name", 'unique(flatten(foreach(people, p, p.tags)))', "replace(join(list, ','), ',', ';')", '(two + three) * seven', 'two + three * seven', "yes && (no || two == 2) && s != ''", "(exists(missing) ? missing : 'default')", 'union(people[0].tags, people[1].tags)', 'skip(take(numbers, 3), 1)', "coalesce(obj.none, nothing, 'last')", 'count(people[0].tags) + count(people[1].tags)', "equals(foreach(list, x, x), list)", 'all(people, p, all(p.tags, t, length(t) == 1))', "foreach(foreach(people, p, p.name), n, length(n))", "sortBy(foreach(people, p, {name: p.name, n: count(p.tags)}), 'n')", 'reverse(sortBy(names))'];
groups.refused = ['xPath(s, s)', 'none()', 'none(1)', 'a.b(1)', 'jPath(obj, s)', 'dataUri(s)', 'rand(1, 2)', 'foo!(1)', 'two(1)', 'toupper(s)', 'CONCAT(s)', "(s)(1)", 'newGuid', 'binary(s)', 'sqrt(4)', 'exp(2, 3)', 'getFutureTime(1, \'Day\')', 'uriHost(s)', 'resolve(s)', 'isDefinite(s)', 'stringOrValue(s)', 'jsonStringify(obj)', 'xml(s)', 'ticksToDays(1)', 'EOL()', 'setPathToValue(a, 1)'];

// Values that are empty, arguments that fail, keys that are null, and dates as people and programs write them.
const SCALARS = ["'x'", "''", '0', '1', 'true', 'false', 'nothing', 'missing', '[]', '{}', '{a:1}', '[1]', "'{}'"];
groups.equality = SCALARS.flatMap((one) => SCALARS.flatMap((other) => [`${one} == ${other}`, `[${one}] == [${other}]`, `{k: ${one}} == {k: ${other}}`])
  .concat([`contains([{}, []], ${one})`, `indexOf([{}, []], ${one})`, `empty == ${one}`]));
groups.failing = ["concat(1/0, 'b')", "concat('a', 1/0, 'b')", 'concat(1/0)', 'concat(1/0, 1/0)', "'a' & 1/0", "(1/0) & 'b'", "'a' & (1/0) & 'b'", "'a' & toUpper(two)", "('a' & 1/0)",
  'contains(1/0, 1)', "contains('a', 1/0)", 'contains(list, two/0)', 'if(contains(1/0, 1), 1, 2)', "toUpper(concat('a', 1/0))", "if(yes, concat('a', 1/0), 'c')", "'x' == concat('a', 1/0)"];
groups.nullOrder = ["sortBy([{k:2},{k:null},{k:1}],'k')", "sortByDescending([{k:2},{k:null},{k:1}],'k')", "sortBy([{k:'b'},{k:null},{k:'a'}],'k')", "sortBy([{k:null},{k:null}],'k')", "sortBy([{k:3},{k:2},{k:null}],'k')",
  "sortBy([{k:null},{k:1}],'k')", "sortBy([{k:true},{k:null},{k:false}],'k')", "sortBy([null,'a'])", "sortBy(['b',null,'a'])"];
groups.ticksAsText = ["string(ticks('2018-03-15T13:00:00.000Z'))", "concat(ticks(stamp), '')", "string(dateTimeDiff('2018-03-15T13:00:00.000Z', stamp))", "formatTicks(ticks(stamp))", "length(string(ticks(stamp)))"];
const WRITTEN = ['03/15/2018', '3/5/2018', '03/15/2018 13:00', '3/15/18', '3/15/49', '3/15/50', '03-15-2018', '2018/03/15', '2018/3/5 1:02:03', '2018-3-5', '2018-03-5 1:00', 'Thu, 15 Mar 2018 13:00:00 GMT',
  'Thursday, March 15, 2018 1:00 PM', 'Mar 15 2018', '15 March 2018', 'March 15', '15-Mar-2018', 'Thu Mar 15 2018 13:00:00 GMT+0100 (CET)', 'Thu Mar 15 13:00:00 UTC 2018', '15 Mar 2018 13:00 EST', '15 Mar 2018 13:00 PDT',
  '12/31/1999 12:00 AM', '12/31/1999 12:30 PM', '12/31/1999 13:00 PM', '12/31/1999 25:00', '13/01/2018', '00/01/2018', '2018', '2018-03', '201803', '20180315', '1', '31', '32', '12', '13', 'hello', 'hello 1', '1 hello', '', ' ',
  '2018-03-15 13:00', '2018-03-15 13:00:01.5', '2018-03-15T13:00', '2018-03-15T13', '2018-03-15T13:00:00+01:00', '2018-03-15T13:00:00+0100', '2018-03-15T13:00:00-05:30', '2018-03-15T13:00:00.1234567Z', '2018-03-15T13:00:00.123456789Z',
  '2018-03-15T24:00:00', '2018-03-15T24:00:01', '2018-03-15T13:60', '2018-03-15t13:00z', '+002018-03-15T13:00:00Z', '-000001-01-01T00:00:00Z', '2018-13-01', '2018-00-01', '2018-03-00', '2018-03-32', '15.3.2018', '3.15.2018', '1:2:3.4 3/15/2018',
  '3/15/2018 1::2', '3/15/2018 1:2.', '(comment) 3/15/2018', '3/15/2018 (a (b) c)', '3/15/2018)', '3,15,2018', 'Sept 5 2018', 'Foo 5 2018', 'Junk 5 2018', '5 Junk 2018', '2018-03-15T13:00:00 Z', '2018-03-15Z', '3/15/2018Z', '3/15/2018 GMT-8', '3/15/2018 UTC+2:30',
  '2018-03-15T13:00:00.Z', '10000-01-01', '99', '1e3', '-1', '2018 Mar', 'Mar 2018', 'Jan 32 2018', '1521118800', '1/2/3/4', '12:00', '3/15/2018 12', '3/15/2018 1:00AM', '3/15/2018 1:00 am', "15 Mar '18", '\u00a015 Mar 2018'];
groups.written = WRITTEN.flatMap((date) => [`formatDateTime(${JSON.stringify(date)})`, `isDateTime(${JSON.stringify(date)})`]);
groups.javaDates = ['2018-03-15T13:00:00Z', '2018-03-15', '2018-03-15T13:00:00.123456Z', '2018-03-15T13:00', '2018-03-15T13:00:00+01:00', '03/15/2018'].flatMap((date) => [`addDays('${date}', 1)`, `dayOfWeek('${date}')`, `date('${date}')`,
  `convertFromUTC('${date}', 'Europe/Berlin')`, `convertToUTC('${date}', 'Europe/Berlin')`, `getTimeOfDay('${date}')`, `dateTimeDiff('${date}', '2018-03-15T00:00:00.000Z')`, `ticks('${date}')`, `startOfMonth('${date}')`, `addToTime('${date}', 1, 'Month')`]);

module.exports = groups;
