// Reads an ARM template as Azure Resource Manager would: evaluates its expressions and gives out each resource with its values.
// Knows the functions that the template uses, no more; a function, parameter, or variable that it doesn't know is an error.

const TENANT = '00000000-0000-4000-8000-000000000001';
const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000002';
const GROUP = 'rg-holdfast';

/** What reference() would tell of resources that exist. */
const TOLD = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': {
    clientId: '00000000-0000-4000-8000-0000000000c1',
    principalId: '00000000-0000-4000-8000-0000000000d1',
  },
  'Microsoft.DBforPostgreSQL/flexibleServers': { fullyQualifiedDomainName: 'psql-holdfast.postgres.database.azure.com' },
  'Microsoft.KeyVault/vaults/secrets': { secretUriWithVersion: 'https://kvholdfast.vault.azure.net/secrets/policy/1' },
  'Microsoft.App/containerApps': { configuration: { ingress: { fqdn: 'ca-holdfast.example.azurecontainerapps.io' } } },
};

/** The resources of a template, also of those in it, the outputs, and what is declared and never used. */
export function evaluate(template, given = {}, group = GROUP) {
  return new Scope(template, given, group).all();
}

/** The type in an ID, such as Microsoft.KeyVault/vaults/secrets. */
export function typeOf(id) {
  const [namespace, ...rest] = id.slice(id.lastIndexOf('/providers/') + '/providers/'.length).split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

class Scope {
  constructor(template, given, group) {
    this.template = template;
    this.given = given;
    this.group = group;
    this.used = new Set();
    this.references = [];
  }

  all() {
    const { template } = this;
    const wrong = Object.keys(this.given).filter((name) => !template.parameters?.[name]);
    if (wrong.length > 0) {
      throw new Error(`no parameter ${wrong.join(', ')}`);
    }
    const nested = [];
    const resources = template.resources.map((resource) => this.resource(resource, nested));
    const outputs = this.value(template.outputs ?? {});
    const unused = ['parameters', 'variables'].flatMap((kind) =>
      Object.keys(template[kind] ?? {}).filter((name) => !this.used.has(`${kind} ${name}`)).map((name) => `${kind}('${name}')`),
    );
    return {
      resources: [...resources, ...nested.flatMap((inner) => inner.resources)].filter(({ condition }) => condition !== false),
      declared: [...resources, ...nested.flatMap((inner) => inner.resources)],
      references: [...this.references, ...nested.flatMap((inner) => inner.references)],
      unused: [...unused, ...nested.flatMap((inner) => inner.unused)],
      outputs,
    };
  }

  resource(resource, nested) {
    const inner = resource.type === 'Microsoft.Resources/deployments' ? resource.properties.template : undefined;
    const group = resource.resourceGroup === undefined ? this.group : this.value(resource.resourceGroup);
    const outside = { ...resource, properties: { ...resource.properties } };
    if (inner) {
      delete outside.properties.template;
    }
    const evaluated = this.value(outside);
    evaluated.id = this.id(evaluated, group);
    if (inner) {
      const given = Object.fromEntries(Object.entries(evaluated.properties.parameters).map(([name, { value }]) => [name, value]));
      nested.push(evaluate(inner, given, group));
    }
    return evaluated;
  }

  id({ type, name, scope }, group) {
    const own = resourceId(group, type, ...name.split('/'));
    return scope === undefined ? own : `${scopeId(group, scope)}/providers/${own.slice(own.indexOf('/providers/') + '/providers/'.length)}`;
  }

  value(node) {
    if (Array.isArray(node)) {
      return node.map((each) => this.value(each));
    }
    if (node !== null && typeof node === 'object') {
      return Object.fromEntries(Object.entries(node).map(([key, each]) => [this.value(key), this.value(each)]));
    }
    const isExpression = typeof node === 'string' && node.startsWith('[') && !node.startsWith('[[') && node.endsWith(']');
    return isExpression ? new Expression(node.slice(1, -1), this).whole() : node;
  }

  parameter(name) {
    this.used.add(`parameters ${name}`);
    const declared = this.template.parameters?.[name];
    if (!declared) {
      throw new Error(`no parameter ${name}`);
    }
    const value = name in this.given ? this.given[name] : this.value(declared.defaultValue);
    if (value === undefined) {
      throw new Error(`parameter ${name} isn't given`);
    }
    const type = { string: 'string', int: 'number', bool: 'boolean' }[declared.type];
    if (typeof value !== type || (declared.allowedValues && !declared.allowedValues.includes(value))) {
      throw new Error(`parameter ${name} can't be ${JSON.stringify(value)}`);
    }
    return value;
  }

  variable(name) {
    this.used.add(`variables ${name}`);
    if (this.template.variables?.[name] === undefined) {
      throw new Error(`no variable ${name}`);
    }
    return this.value(this.template.variables[name]);
  }

  reference(id, version) {
    this.references.push({ id, version });
    const told = TOLD[typeOf(id)];
    if (!told) {
      throw new Error(`nobody says what reference() tells of ${id}`);
    }
    return told;
  }
}

function resourceId(group, type, ...names) {
  const [namespace, ...types] = type.split('/');
  if (types.length !== names.length) {
    throw new Error(`${type} needs ${types.length} names, not ${names.length}`);
  }
  return `${SUBSCRIPTION}/resourceGroups/${group}/providers/${namespace}/${types.map((each, index) => `${each}/${names[index]}`).join('/')}`;
}

const scopeId = (group, scope) => `${SUBSCRIPTION}/resourceGroups/${group}/providers/${scope}`;

function functions(scope) {
  return {
    parameters: (name) => scope.parameter(name),
    variables: (name) => scope.variable(name),
    reference: (id, version) => scope.reference(id, version),
    resourceGroup: () => ({ id: `${SUBSCRIPTION}/resourceGroups/${scope.group}`, name: scope.group, location: 'westeurope' }),
    subscription: () => ({ id: SUBSCRIPTION, tenantId: TENANT }),
    resourceId: (...args) => (args[0].includes('/') ? resourceId(scope.group, ...args) : resourceId(...args)),
    subscriptionResourceId: (type, name) => `${SUBSCRIPTION}/providers/${type}/${name}`,
    extensionResourceId: (id, type, name) => `${id}/providers/${type}/${name}`,
    format: (text, ...args) => text.replace(/\{(\d+)\}/g, (_, index) => String(args[index])),
    concat: (...args) => (Array.isArray(args[0]) ? args.flat() : args.join('')),
    uniqueString: () => 'abcdefghijklm',
    guid: (...args) => `guid-of-${args.join('-').length}`,
    take: (text, count) => text.slice(0, count),
    replace: (text, from, to) => text.replaceAll(from, to),
    toLower: (text) => text.toLowerCase(),
    string: String,
    json: JSON.parse,
    empty: (value) => value.length === 0,
    equals: (left, right) => left === right,
    not: (value) => !value,
    if: (condition, yes, no) => (condition ? yes : no),
    createArray: (...args) => args,
    createObject: (...args) => Object.fromEntries(args.flatMap((key, index) => (index % 2 === 0 ? [[key, args[index + 1]]] : []))),
    cidrSubnet: (prefix, length, index) => prefix.replace(/\.(\d+)\.0\/\d+$/, (_, third) => `.${Number(third) + index}.0/${length}`),
  };
}

/** Calls, text in quotes, numbers, and properties behind a call. */
class Expression {
  constructor(text, scope) {
    this.tokens = text.match(/'(?:[^']|'')*'|[A-Za-z]\w*|\d+|[(),.]|\S/g) ?? [];
    this.functions = functions(scope);
    this.text = text;
  }

  whole() {
    const value = this.next();
    if (this.tokens.length > 0) {
      throw new Error(`not understood from ${this.tokens.join('')}: ${this.text}`);
    }
    return value;
  }

  next() {
    const token = this.tokens.shift() ?? '';
    if (token.startsWith("'")) {
      return token.slice(1, -1).replaceAll("''", "'");
    }
    return /^\d+$/.test(token) ? Number(token) : this.properties(this.call(token));
  }

  call(name) {
    if (!this.functions[name] || this.tokens.shift() !== '(') {
      throw new Error(`not understood at ${name}: ${this.text}`);
    }
    const args = [];
    while (this.tokens[0] !== ')') {
      args.push(this.next());
      if (this.tokens[0] === ',') {
        this.tokens.shift();
      } else if (this.tokens[0] !== ')') {
        throw new Error(`a parenthesis is missing: ${this.text}`);
      }
    }
    this.tokens.shift();
    return this.functions[name](...args);
  }

  properties(value) {
    let found = value;
    while (this.tokens[0] === '.') {
      this.tokens.shift();
      const name = this.tokens.shift();
      found = found[name];
      if (found === undefined) {
        throw new Error(`nobody says what .${name} is: ${this.text}`);
      }
    }
    return found;
  }
}
