// Stands in for curl as setup.sh uses it for the app catalog: Microsoft Graph with a token from standard input.
import { readFileSync, writeFileSync, appendFileSync } from 'node:fs';

const folder = process.env.HOLDFAST_STUB;
const stateFile = `${folder}/state.json`;
const state = JSON.parse(readFileSync(stateFile, 'utf8'));
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const url = args.find((arg) => arg.startsWith('https://'));
const signedIn = readFileSync(0, 'utf8') === `header = "Authorization: Bearer ${state.token}"\n`;
const posts = option('--request') === 'POST';

function finish(kind, status, body) {
  appendFileSync(`${folder}/calls.jsonl`, `${JSON.stringify({ tool: 'curl', kind, args })}\n`);
  writeFileSync(stateFile, JSON.stringify(state, null, 1));
  writeFileSync(option('--output'), JSON.stringify(body, null, 1));
  process.stdout.write(String(status));
  process.exit(0);
}

if (!signedIn || state.refuses?.includes('catalog')) {
  finish('refused', 403, { error: { code: 'Forbidden' } });
}
if (!posts) {
  const id = /externalId%20eq%20'([0-9a-f-]+)'/.exec(url)[1];
  const app = state.catalog?.externalId === id ? [state.catalog] : [];
  finish('read', 200, { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#appCatalogs/teamsApps', value: app });
}
state.changes = (state.changes ?? 0) + 1;
if (state.failAt === state.changes) {
  delete state.failAt;
  finish('failed', 503, {});
}
const zip = readFileSync(option('--data-binary').slice(1));
if (zip.subarray(0, 2).toString('latin1') !== 'PK' || option('--header') !== 'Content-Type: application/zip') {
  finish('refused', 400, {});
}
const version = { teamsAppId: 'c0ffee00-0000-4000-8000-000000000000', version: state.nextVersion ?? '1.0.0' };
state.catalog = {
  id: version.teamsAppId,
  externalId: state.deployed.botAppType === 'SingleTenant' ? state.deployed.botAppId : state.identity.client,
  appDefinitions: [version],
};
finish('change', 201, state.catalog);
