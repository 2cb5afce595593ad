// A minimal bot on botbuilder: checks the token and answers every message with the reply that is given.
const express = require('express');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const { PORT, APP_ID, TENANT_ID, METADATA, TOKEN, REPLY } = process.env;
const reply = JSON.parse(require('fs').readFileSync(REPLY, 'utf8'));

// The bot's own token is given instead of fetched; Holdfast holds its own in memory likewise.
const credentials = {
  signRequest: async (request) => {
    request.headers.set('authorization', `Bearer ${TOKEN}`);
    return request;
  },
};
const factory = {
  isValidAppId: async (id) => id === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => credentials,
};
const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: APP_ID,
    MicrosoftAppTenantId: TENANT_ID,
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: METADATA,
    ToBotFromEmulatorOpenIdMetadataUrl: METADATA,
  },
  factory,
);

const adapter = new CloudAdapter(authentication);
adapter.onTurnError = async (context, error) => {
  console.error(error);
  throw error;
};
const app = express();
app.use(express.json({ limit: '256kb' }));
app.post('/api/messages', (request, response) =>
  adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') {
      await context.sendActivity(structuredClone(reply));
    }
  }),
);
app.listen(Number(PORT), '127.0.0.1');
