// A pipeline's backup, seen: deploy/pipelines/backup.sh asks the running jar, Megan decides in her window, and the pipeline goes on or
// stops. Screenshots and logs go to target/browser-pipeline.
//   node pipeline.mjs [<jar> [<pattern>]]
// With a pattern, only the chapters whose name fits it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Holdfast } from './holdfast.mjs';
import { jarIn } from './jar.mjs';
import { Story } from './story.mjs';
import { until } from './until.mjs';
import { Window, launch } from './window.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const target = join(root, 'target');
const pictures = join(target, 'browser-pipeline');
const APPLICATION = '00000000-0000-0000-0000-000000000031';
const MEGAN = '00000000-0000-0000-0000-000000000021';
const ASKED = 'Approve this backup?';
const WITHIN = 120_000;

/** The pipeline may ask, and Megan decides. */
const POLICY = `version: 1
rules:
  - name: All
    environments: all
    held: {request: "app:${APPLICATION}", approve: ${MEGAN}, approvals: 1}
`;

const directory = mkdtempSync(join(tmpdir(), 'holdfast-pipeline-'));
const policy = join(directory, 'policy.yaml');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
writeFileSync(policy, POLICY);
const holdfast = await Holdfast.prepare({
  jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
  directory,
  log: join(pictures, 'holdfast.log'),
  settings: {
    'holdfast.policy': '',
    'holdfast.policy.file': policy,
    'holdfast.api.applications[0].id': APPLICATION,
    'holdfast.api.applications[0].name': 'Release pipeline',
  },
});
const browser = await launch();
let megan;
const story = new Story(process.argv[3], () => [megan]);

await story.play({ browser, holdfast, directory }, async () => {
  await holdfast.start();
  megan = await Window.open(browser, holdfast.approverUrl, { name: 'megan', directory: pictures });
  await megan.card("Hello, I'm Holdfast");
  await story.chapter("a pipeline's backup, approved by Megan", approved);
  await story.chapter('a backup that Megan rejects stops the pipeline', rejected);
  await story.chapter('a pipeline that is canceled takes its request back', canceled);
  await story.chapter('who has no token, or a stranger, gets nothing', strangers);
});

async function approved() {
  const run = await pipeline('before release 1', 'run-1');
  const card = await megan.card(ASKED, 'Release pipeline (application, through the HTTP API)');
  await card.shoot(join(pictures, 'card-approval.png'));
  await megan.shoot('asked');
  assert.equal((await backups()).length, 0, 'nothing was ordered without an approval');
  const id = /R-\d+/.exec(await card.text())[0];
  const twice = await pipeline('before release 1', 'run-1');
  await until('the second run to wait', WITHIN, () => twice.said.includes(`${id}: awaitingApproval`));
  await card.click('Approve');
  for (const one of [run, twice]) {
    assert.equal(await one.ended, 0, one.said);
    assert.match(one.said, new RegExp(`${id}: succeeded`));
    assert.equal(one.output(), `request=${id}\nstate=succeeded\n`);
  }
  assert.equal((await backups()).length, 1, 'the same key twice is one request');
  await megan.shoot('approved');
}

async function rejected() {
  const run = await pipeline('before release 2', 'run-2');
  await until('the request', WITHIN, () => /R-\d+: awaitingApproval/.test(run.said));
  const card = await megan.card(ASKED, 'before release 2');
  await card.type('Comment', 'Not during the close');
  await card.click('Reject');
  assert.equal(await run.ended, 1, run.said);
  assert.match(run.said, /rejected/);
  assert.match(run.said, /Not during the close/);
  await megan.shoot('rejected');
}

async function canceled() {
  const run = await pipeline('before release 3', 'run-3');
  await until('the request', WITHIN, () => /R-\d+: awaitingApproval/.test(run.said));
  await megan.card(ASKED, 'before release 3');
  run.child.kill('SIGINT');
  assert.equal(await run.ended, 130, run.said);
  assert.match(run.said, /the request is canceled/);
  await until('the card to say so', WITHIN, async () => (await megan.count('before release 3', 'Canceled')) > 0);
  await megan.shoot('canceled');
}

async function strangers() {
  const stranger = await pipeline('mine', 'run-4', { HOLDFAST_CLIENT_ID: APPLICATION.replace(/31$/, '32') });
  assert.equal(await stranger.ended, 1, stranger.said);
  assert.match(stranger.said, /no such environment/);
  const nobody = await pipeline('mine', 'run-5', { HOLDFAST_TOKEN: 'made up' });
  assert.equal(await nobody.ended, 4, nobody.said);
}

/** Starts the script as a step does. */
async function pipeline(label, key, settings = {}) {
  const results = join(directory, `${key}-${Math.random()}`);
  writeFileSync(results, '');
  const bot = `http://127.0.0.1:${holdfast.ports.http}`;
  const env = {
    PATH: process.env.PATH,
    GITHUB_OUTPUT: results,
    HOLDFAST_URL: bot,
    HOLDFAST_TOKEN_URL: `${bot}/local/oauth2/v2.0/token`,
    HOLDFAST_CLIENT_ID: APPLICATION,
    HOLDFAST_CLIENT_SECRET: 'none is needed here',
    HOLDFAST_AUDIENCE: 'api://holdfast-local',
    HOLDFAST_ENVIRONMENT: (await environment('Contoso UAT')).made.id,
    HOLDFAST_LABEL: label,
    HOLDFAST_REASON: 'Deployment',
    HOLDFAST_KEY: key,
    HOLDFAST_TIMEOUT_MINUTES: '5',
    ...settings,
  };
  const child = spawn('bash', [join(root, 'deploy/pipelines/backup.sh')], { env });
  const run = { child, said: '', output: () => readFileSync(results, 'utf8'), ended: once(child, 'close').then(([code]) => code) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (run.said += chunk));
  }
  return run;
}

async function environment(name) {
  return (await holdfast.state()).environments.find((one) => one.displayName === name);
}

async function backups() {
  return (await holdfast.orders()).filter((order) => order.kind === 'backup');
}
