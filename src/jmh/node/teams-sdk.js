// A minimal bot on the Teams SDK: checks the token and answers every message with the reply that is given.
const { App } = require('@microsoft/teams.apps');
const { PUBLIC } = require('@microsoft/teams.api');
const { ConsoleLogger } = require('@microsoft/teams.common');

const { PORT, APP_ID, TENANT_ID, KEYS, TOKEN, REPLY } = process.env;
const reply = JSON.parse(require('fs').readFileSync(REPLY, 'utf8'));

const app = new App({
  clientId: APP_ID,
  tenantId: TENANT_ID,
  // The bot's own token is given instead of fetched; Holdfast holds its own in memory likewise.
  token: async () => TOKEN,
  cloud: { ...PUBLIC, openIdMetadataUrl: KEYS },
  logger: new ConsoleLogger('bot', { level: 'error' }),
});
app.on('message', async ({ send }) => {
  await send(structuredClone(reply));
});
app.start(Number(PORT));
