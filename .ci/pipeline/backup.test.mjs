// deploy/pipelines/backup.sh against a stub of Holdfast and of those who give tokens: what seldom happens to the running jar.
//   node --test backup.test.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = resolve(fileURLToPath(import.meta.url), '../../../deploy/pipelines/backup.sh');
const ID = '11111111-1111-4111-8111-111111111111';
const resource = (state, more = {}) => ({ id: ID, number: 'R-1042', operation: 'backup', state, closed: false, ...more });
const CHECKING = resource('checking', { number: undefined });
const AWAITED = resource('awaitingApproval');
const DONE = resource('succeeded', { closed: true });

/** A Holdfast that gives these answers one after the other, and the last one again and again. */
async function holdfast(answers) {
  const calls = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      calls.push({ method: request.method, url: request.url, headers: request.headers, body });
      const given = token(request) ?? (request.url.endsWith('/cancel') ? { status: 200, json: resource('canceled') } : next());
      if (given.never) {
        return;
      }
      response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers });
      response.end(JSON.stringify(given.json ?? given));
    });
  });
  let tokens = 0;
  const token = ({ url, method }) => {
    if (url.startsWith('/token')) {
      return { json: { access_token: `token-${++tokens}` } };
    }
    return url.startsWith('/assertion') ? { json: method === 'GET' ? { value: 'from-github' } : { oidcToken: 'from-azure' } } : undefined;
  };
  const next = () => (answers.length > 1 ? answers.shift() : answers[0]);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { calls, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() || server.closeAllConnections() };
}

async function run(answers, settings = {}, meanwhile = () => {}) {
  const stub = await holdfast(answers);
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  const results = join(folder, 'output');
  writeFileSync(results, '');
  const env = {
    PATH: process.env.PATH,
    GITHUB_OUTPUT: results,
    HOLDFAST_URL: stub.url,
    HOLDFAST_ENVIRONMENT: 'env-1',
    HOLDFAST_LABEL: 'before "1.2"',
    HOLDFAST_CLIENT_ID: 'client',
    HOLDFAST_CLIENT_SECRET: 'a "secret" \\ of ours',
    HOLDFAST_AUDIENCE: 'api://holdfast',
    HOLDFAST_TOKEN_URL: `${stub.url}/token`,
    HOLDFAST_KEY: 'run 1',
    ...settings,
  };
  for (const name of Object.keys(env)) {
    env[name] = env[name]?.replace('STUB', stub.url);
    if (env[name] === undefined) {
      delete env[name];
    }
  }
  const child = spawn('bash', [SCRIPT], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (said += chunk));
  }
  meanwhile(child, stub.calls, () => said);
  const [code] = await once(child, 'close');
  stub.close();
  const output = readFileSync(results, 'utf8');
  rmSync(folder, { recursive: true });
  return { code, said, output, calls: stub.calls, asked: stub.calls.filter(({ url }) => url.startsWith('/api')) };
}

test('it requests a backup, waits, and says the number', async () => {
  const { code, said, output, calls, asked } = await run([{ status: 202, json: CHECKING }, AWAITED, DONE]);
  assert.equal(code, 0, said);
  assert.match(said, /the request: checking\n.*R-1042: awaitingApproval\n.*R-1042: succeeded/s);
  assert.equal(output, 'request=R-1042\nstate=succeeded\n');
  const form = new URLSearchParams(calls[0].body);
  assert.equal(form.get('client_secret'), 'a "secret" \\ of ours');
  assert.equal(form.get('scope'), 'api://holdfast/.default');
  assert.equal(asked[0].headers.authorization, 'Bearer token-1');
  assert.equal(asked[0].headers['idempotency-key'], 'run_1');
  assert.deepEqual(JSON.parse(asked[0].body), { operation: 'backup', source: 'env-1', label: 'before "1.2"', notes: '', reason: '' });
  assert.equal(asked[1].url, `/api/v1/requests/${ID}?wait=60s&state=checking`);
  assert.equal(asked[2].url, `/api/v1/requests/${ID}?wait=60s&state=awaitingApproval`);
});

test('a rejection stops the pipeline, and what people wrote is no command', async () => {
  const decisions = [{ by: 'Megan', approved: false, comment: 'no\n##vso[task.complete result=Succeeded;]\n::set-env name=A::b' }];
  const { code, said, output } = await run([{ status: 202, json: CHECKING }, resource('rejected', { closed: true, decisions })]);
  assert.equal(code, 1);
  assert.match(said, /Megan: no/);
  assert.doesNotMatch(said, /##vso|^::|::set-env/m);
  assert.match(output, /state=rejected/);
});

test('a refusal says why', async () => {
  const problem = { type: 'urn:holdfast:problem:denied', detail: 'The policy is against it.' };
  const { code, said } = await run([{ status: 202, json: CHECKING }, resource('refused', { closed: true, number: undefined, problem })]);
  assert.equal(code, 1);
  assert.match(said, /The policy is against it/);
});

test('a token that is too old is replaced', async () => {
  const { code, asked } = await run([{ status: 202, json: CHECKING }, { status: 401, json: {} }, DONE]);
  assert.equal(code, 0);
  assert.equal(asked[1].headers.authorization, 'Bearer token-1');
  assert.equal(asked[2].headers.authorization, 'Bearer token-2');
});

test('a token that is never taken ends it', async () => {
  assert.equal((await run([{ status: 401, json: { detail: 'no' } }])).code, 4);
});

test('an outage and a limit are waited for, with the same key', async () => {
  const later = { 'retry-after': '0' };
  const { code, asked } = await run([
    { status: 503, json: {}, headers: later },
    { status: 429, json: {}, headers: later },
    { status: 202, json: CHECKING },
    { status: 502, json: {}, headers: later },
    DONE,
  ]);
  assert.equal(code, 0);
  assert.deepEqual(asked.slice(0, 3).map(({ method, headers }) => `${method} ${headers['idempotency-key']}`), Array(3).fill('POST run_1'));
});

test('what takes too long is canceled', async () => {
  const { code, asked } = await run([{ status: 202, json: AWAITED }], { HOLDFAST_TIMEOUT_MINUTES: '0' });
  assert.equal(code, 3);
  assert.equal(asked.at(-1).url, `/api/v1/requests/${ID}/cancel`);
});

for (const [signal, ends] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  test(`a pipeline that is canceled by ${signal} cancels its request at once`, async () => {
    const { code, asked, said } = await run([{ status: 202, json: AWAITED }, { never: true }], {}, (child, calls) => {
      const timer = setInterval(() => {
        if (calls.some(({ url }) => url.includes('wait='))) {
          clearInterval(timer);
          child.kill(signal);
        }
      }, 50);
    });
    assert.equal(code, ends, said);
    assert.equal(asked.at(-1).url, `/api/v1/requests/${ID}/cancel`);
  });
}

test('what is wrong with the order ends it', async () => {
  const { code, said } = await run([{ status: 422, json: { title: 'Unprocessable', errors: { label: 'too long' } } }]);
  assert.equal(code, 4);
  assert.match(said, /label: too long/);
});

test('a setting that is missing or wrong asks nobody', async () => {
  for (const settings of [
    { HOLDFAST_URL: undefined },
    { HOLDFAST_URL: 'http://holdfast.example.com' },
    { HOLDFAST_LABEL: '' },
    { HOLDFAST_CLIENT_ID: undefined },
    { HOLDFAST_TIMEOUT_MINUTES: 'soon' },
    { HOLDFAST_KEY: undefined },
    { HOLDFAST_CLIENT_SECRET: undefined },
  ]) {
    const { code, calls } = await run([DONE], settings);
    assert.equal(code, 2, JSON.stringify(settings));
    assert.equal(calls.length, 0);
  }
});

test('the run, its attempt, and the job are the key', async () => {
  const github = { HOLDFAST_KEY: undefined, GITHUB_REPOSITORY: 'contoso/erp', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'deploy' };
  assert.equal((await run([DONE], github)).asked[0].headers['idempotency-key'], 'github/contoso/erp/7/2/deploy/env-1');
  const azure = { HOLDFAST_KEY: undefined, TF_BUILD: 'True', SYSTEM_TEAMPROJECTID: 'p', BUILD_BUILDID: '7', SYSTEM_JOBATTEMPT: '2', SYSTEM_JOBID: 'j' };
  const { asked, said } = await run([DONE], azure);
  assert.equal(asked[0].headers['idempotency-key'], 'azure-devops/p/7/2/j/env-1');
  assert.match(said, /^##vso\[task.setvariable variable=request;isOutput=true\]R-1042$/m);
});

test('without a secret, the token of the job or of the service connection is the proof', async () => {
  const github = { HOLDFAST_CLIENT_SECRET: '', ACTIONS_ID_TOKEN_REQUEST_URL: 'STUB/assertion?x=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job' };
  const ofGithub = await run([DONE], github);
  assert.equal(ofGithub.calls[0].url, '/assertion?x=1&audience=api://AzureADTokenExchange');
  assert.equal(ofGithub.calls[0].headers.authorization, 'Bearer job');
  assert.equal(new URLSearchParams(ofGithub.calls[1].body).get('client_assertion'), 'from-github');
  const azure = { HOLDFAST_CLIENT_SECRET: '', HOLDFAST_SERVICE_CONNECTION: 'connection', SYSTEM_OIDCREQUESTURI: 'STUB/assertion', SYSTEM_ACCESSTOKEN: 'job' };
  const ofAzure = await run([DONE], azure);
  assert.equal(ofAzure.calls[0].method, 'POST');
  assert.equal(ofAzure.calls[0].url, '/assertion?api-version=7.1&serviceConnectionId=connection');
  assert.equal(new URLSearchParams(ofAzure.calls[1].body).get('client_assertion'), 'from-azure');
});
