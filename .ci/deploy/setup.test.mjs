// setup.sh against stubs of az and curl: from nothing, again, after each possible failure, dry, and refused.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { violations } from '../browser/manifest-rules.mjs';
import { evaluate } from './arm.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const setup = join(here, '../../deploy/azure/setup.sh');
const TOKEN = 'header.the-token-that-nobody-may-see.signature';
const POLICY = 'version: 1\n# "quoted" \\ $(touch /tmp/holdfast-evaluated) `id` &\ttab\nrules: []\n';
const TENANT = '00000000-0000-4000-8000-000000000001';
const IDENTITY = { client: '00000000-0000-4000-8000-0000000000c1', principal: '00000000-0000-4000-8000-0000000000d1' };
const folders = [];

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A tenant with nothing of Holdfast in it, and a machine on which there is only what setup.sh may use. */
class Cloud {
  constructor(state = {}, without = []) {
    this.folder = mkdtempSync(join(tmpdir(), 'holdfast setup '));
    folders.push(this.folder);
    this.bin = join(this.folder, 'bin');
    mkdirSync(this.bin);
    const tools = ['bash', 'cat', 'cp', 'cut', 'dirname', 'env', 'grep', 'head', 'mkdir', 'mktemp', 'node', 'rm', 'sed', 'sha256sum'];
    for (const tool of [...tools, 'sleep', 'tail', 'tr', 'wc', 'zip'].filter((name) => !without.includes(name))) {
      symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(this.bin, tool));
    }
    for (const tool of ['az', 'curl'].filter((name) => !without.includes(name))) {
      const stub = join(here, 'stub', `${tool}.mjs`);
      writeFileSync(join(this.bin, tool), `#!/usr/bin/env bash\nexec node '${stub}' "$@"\n`, { mode: 0o755 });
    }
    this.policy = join(this.folder, 'the policy.yaml');
    writeFileSync(this.policy, POLICY);
    this.write({ tenant: TENANT, subscription: '00000000-0000-4000-8000-000000000002', token: TOKEN, identity: IDENTITY, ...state });
  }

  write(state) {
    writeFileSync(join(this.folder, 'state.json'), JSON.stringify(state));
  }

  get state() {
    return JSON.parse(readFileSync(join(this.folder, 'state.json'), 'utf8'));
  }

  /** What happens in the tenant from now on. */
  set(changes) {
    this.write({ ...this.state, ...changes });
  }

  run(...more) {
    rmSync(join(this.folder, 'calls.jsonl'), { force: true });
    const required = ['--resource-group', 'rg-holdfast', '--location', 'westeurope', '--image', 'registry.example.com/holdfast:1.0.0'];
    const { status, stdout, stderr } = spawnSync('bash', [setup, ...required, '--policy', this.policy, ...more], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { PATH: this.bin, HOME: this.folder, TMPDIR: this.folder, HOLDFAST_STUB: this.folder, HOLDFAST_SETUP_PAUSE: '0' },
    });
    const run = { status, text: stdout + stderr, calls: this.calls() };
    assert.doesNotMatch(run.text, /the-token-that-nobody-may-see/);
    assert.ok(run.calls.every(({ args }) => !args.join(' ').includes('the-token-that-nobody-may-see')));
    assert.doesNotMatch(run.text, /the stub doesn't know|unbound variable|command not found/);
    return run;
  }

  calls() {
    const file = join(this.folder, 'calls.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  }

  manifest() {
    return this.inPackage('manifest.json');
  }

  inPackage(file) {
    const zip = join(this.folder, 'holdfast-setup/holdfast-teams-app.zip');
    assert.deepEqual(
      execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trim().split('\n').sort(),
      ['color.png', 'de.json', 'fr.json', 'manifest.json', 'outline.png'],
    );
    return JSON.parse(execFileSync('unzip', ['-p', zip, file], { encoding: 'utf8' }));
  }
}

const changing = ({ calls }) => calls.filter(({ kind }) => kind === 'change').map(({ tool, args }) => `${tool} ${short(args)}`);
const short = (args) => (args[0] === 'rest' ? args[args.indexOf('--method') + 1] : args.slice(0, args.findIndex((arg) => arg.startsWith('--'))).join(' '));
const byHand = ({ text }) => text.split('Left for a person:')[1]?.split('\n').filter((line) => /^\d+\. /.test(line)) ?? [];

/** The template has these parameters, of these types, and lacks none. */
function takenByTheTemplate({ template, ...given }) {
  assert.equal(template, true);
  evaluate(JSON.parse(readFileSync(join(here, '../../deploy/azure/azuredeploy.json'), 'utf8')), given);
}

/** The end of things, without what only counts calls. */
function end({ changes, failAt, ...state }) {
  return { ...state, providers: [...state.providers].sort() };
}

const CLEAN = (() => {
  const cloud = new Cloud();
  return { cloud, first: cloud.run(), state: cloud.state };
})();

test('from nothing', () => {
  const { first, state, cloud } = CLEAN;
  assert.equal(first.status, 0, first.text);
  assert.deepEqual(changing(first), [
    'az provider register',
    'az group create',
    'az ad app create',
    'az ad sp create',
    'az deployment group create',
    'az tag update',
    'az ad app federated-credential create',
    'az put',
    'az post',
    'curl ',
  ]);
  const [app] = state.apps;
  assert.equal(state.registered, app.id);
  assert.deepEqual(state.federations[app.id], {
    name: 'holdfast-identity',
    issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    subject: IDENTITY.principal,
    audiences: ['api://AzureADTokenExchange'],
  });
  assert.deepEqual(state.roleBody, {
    roleDefinitionId: 'ff954d61-a89a-4fbe-ace9-01c367b89f87',
    principalObjectId: state.role,
    principalType: 'ApplicationUser',
    scope: `/tenants/${TENANT}`,
  });
  assert.equal(state.deployed.policy, POLICY.trimEnd());
  assert.equal(state.deployed.adminApiClientId, app.id);
  assert.equal(state.deployed.botAppType, 'UserAssignedMSI');
  takenByTheTemplate(state.deployed);
  assert.equal(state.catalog.externalId, IDENTITY.client);
  assert.ok(byHand(first).length <= 5, first.text);
  assert.equal(cloud.manifest().bots[0].botId, IDENTITY.client);
  assert.deepEqual(violations(cloud.manifest()), []);
});

test('a second time, without changes', () => {
  const cloud = new Cloud(CLEAN.state);
  const run = cloud.run();
  assert.equal(run.status, 0, run.text);
  assert.deepEqual(changing(run), []);
  assert.deepEqual(end(cloud.state), end(CLEAN.state));
});

test('after a failure in the middle, from where it stopped', async (t) => {
  const total = CLEAN.state.changes;
  for (let failAt = 1; failAt <= total; failAt++) {
    await t.test(`the change number ${failAt} fails`, () => {
      const cloud = new Cloud({ failAt });
      const broken = cloud.run();
      const done = changing(broken);
      // What may only need time is tried again; what an administrator may have to do is told, and the rest goes on.
      if (broken.status === 0) {
        assert.match(broken.text, /refused: |was told to fail/);
      } else {
        assert.match(broken.text, /setup\.sh stopped at: [A-Z].*\.\n(.*\n)?What is done stays done/);
      }
      const again = cloud.run();
      assert.equal(again.status, 0, again.text);
      assert.deepEqual(end(cloud.state), end(CLEAN.state));
      // Nothing is done twice, but for a deployment that nobody could write down any more.
      const twice = failAt === CLEAN.first.calls.filter(({ kind }) => kind === 'change').findIndex(({ args }) => args[0] === 'tag') + 1;
      assert.equal(done.length + changing(again).length, total + (twice ? 1 : 0), again.text);
    });
  }
});

test('a new policy is one deployment', () => {
  const cloud = new Cloud(CLEAN.state);
  writeFileSync(cloud.policy, 'version: 1\nrules: []\n');
  assert.deepEqual(changing(cloud.run()), ['az deployment group create', 'az tag update']);
});

test('a dry run changes nothing, wherever it starts from', () => {
  for (const state of [{}, CLEAN.state, { ...CLEAN.state, tag: 'of an earlier one' }]) {
    const cloud = new Cloud(state);
    const before = cloud.state;
    const run = cloud.run('--dry-run', '--read-groups', '--bot', 'single-tenant');
    assert.equal(run.status, 0, run.text);
    assert.ok(run.calls.every(({ kind }) => kind === 'read'), run.text);
    assert.match(run.text, / {3}would: /);
    assert.doesNotMatch(run.text, / {3}done: /);
    assert.deepEqual(cloud.state, before);
    assert.ok(!existsSync(join(cloud.folder, 'holdfast-setup')));
  }
});

test('what is refused is left for a person, in at most five steps', () => {
  const cloud = new Cloud({ refuses: ['registration', 'role', 'catalog'] });
  const run = cloud.run();
  assert.equal(run.status, 0, run.text);
  assert.ok(byHand(run).length <= 5, run.text);
  assert.match(run.text, new RegExp(`New-PowerAppManagementApp -ApplicationId ${cloud.state.apps[0].id}`));
  assert.match(run.text, /assign the role Power Platform Contributor/);
  assert.match(run.text, /upload holdfast-setup\/holdfast-teams-app\.zip/);
  cloud.set({ refuses: [] });
  assert.deepEqual(changing(cloud.run()), ['az put', 'az post', 'curl ']);
});

test('app registrations for both, with the right to read groups', () => {
  const cloud = new Cloud();
  const run = cloud.run('--bot', 'single-tenant', '--read-groups', '--approvers-channel', '19:abc@thread.tacv2', '--rehearsal');
  assert.equal(run.status, 0, run.text);
  const { state } = cloud;
  const bot = state.apps.find(({ title }) => title === 'Holdfast bot (holdfast)').id;
  assert.equal(state.deployed.botAppId, bot);
  assert.equal(state.deployed.readEntraGroups, true);
  takenByTheTemplate(state.deployed);
  assert.equal(state.deployed.approversChannel, '19:abc@thread.tacv2');
  assert.equal(state.deployed.rehearsal, true);
  assert.match(run.text, /starts nothing until setup\.sh runs without --rehearsal/);
  assert.deepEqual(Object.keys(state.federations).sort(), state.apps.map(({ id }) => id).sort());
  assert.equal(state.rights.length, 2);
  assert.equal(cloud.manifest().id, bot);
});

test('the managed identity calls the admin APIs itself', () => {
  const cloud = new Cloud();
  assert.equal(cloud.run('--admin-app', 'identity').status, 0);
  assert.equal(cloud.state.apps, undefined);
  assert.equal(cloud.state.registered, IDENTITY.client);
  assert.equal(cloud.state.role, IDENTITY.principal);
});

test('a federated credential for an identity that is gone is corrected', () => {
  const [{ id }] = CLEAN.state.apps;
  const federations = { [id]: { ...CLEAN.state.federations[id], subject: 'of-an-identity-that-is-gone' } };
  const cloud = new Cloud({ ...CLEAN.state, federations });
  assert.deepEqual(changing(cloud.run()), ['az ad app federated-credential update']);
  assert.deepEqual(end(cloud.state), end(CLEAN.state));
});

test('a new version of the package', () => {
  const cloud = new Cloud({ ...CLEAN.state, nextVersion: '1.1.0' });
  assert.deepEqual(changing(cloud.run('--app-version', '1.1.0')), ['curl ']);
  assert.equal(cloud.manifest().version, '1.1.0');
  assert.deepEqual(changing(cloud.run('--app-version', '1.1.0')), []);
});

test('text stays text', () => {
  const cloud = new Cloud();
  const run = cloud.run('--app-name', 'A "b" & \\c $(id)', '--developer', "O'Neill & Söhne", '--parameter', 'postgresSku=a "b" & \\c', '--parameter', 'maxReplicas=4');
  assert.equal(run.status, 0, run.text);
  assert.equal(cloud.manifest().name.short, 'A "b" & \\c $(id)');
  for (const language of ['de.json', 'fr.json']) {
    assert.equal(cloud.inPackage(language)['name.short'], 'A "b" & \\c $(id)');
  }
  assert.equal(cloud.manifest().developer.name, "O'Neill & Söhne");
  assert.equal(cloud.state.deployed.postgresSku, 'a "b" & \\c');
  assert.equal(cloud.state.deployed.maxReplicas, 4);
  assert.ok(!existsSync('/tmp/holdfast-evaluated'));
});

test('a token of Microsoft Graph from a file', () => {
  const cloud = new Cloud();
  const file = join(cloud.folder, 'the token');
  writeFileSync(file, `${TOKEN}\n`);
  const run = cloud.run('--graph-token-file', file);
  assert.equal(run.status, 0, run.text);
  assert.ok(!run.calls.some(({ args }) => args.includes('get-access-token')));
  assert.ok(cloud.state.catalog);
});

test('what is missing is said before anything is done', () => {
  const cases = [
    [new Cloud({}, ['az']), [], /az is missing/],
    [new Cloud({}, ['zip']), [], /zip is missing/],
    [new Cloud({ tenant: '' }), [], /az says neither tenant nor subscription/],
    [new Cloud({ signedOut: true }), [], /nobody is signed in. Run: az login/],
    [new Cloud(), ['--name', 'Not/valid'], /--name: 3 to 20/],
    [new Cloud(), ['--policy', '/nowhere'], /--policy: \/nowhere can't be read/],
    [new Cloud(), ['--website', 'http://example.com'], /--website: an https address/],
    [new Cloud(), ['--bot', 'multi-tenant'], /--bot: identity or single-tenant/],
    [new Cloud(), ['--nonsense', 'x'], /there is no option --nonsense/],
    [new Cloud(), ['--location'], /--location needs a value/],
    [new Cloud({ apps: [1, 2].map((id) => ({ title: 'Holdfast admin API (holdfast)', id: String(id) })) }), [], /several app registrations/],
  ];
  for (const [cloud, args, words] of cases) {
    const run = cloud.run(...args);
    assert.equal(run.status, 1, run.text);
    assert.match(run.text, words);
    assert.ok(!changing(run).includes('az deployment group create'));
  }
});
