// As much of Teams as one restore and many questions need: people in personal chats who write and click, and the Bot Connector
// that takes what the bot sends.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { until } from '../browser/until.mjs';

const TENANT = '00000000-0000-0000-0000-000000000001';
const BOT = '28:00000000-0000-0000-0000-000000000011';

export const person = (name, number) => ({
  name,
  id: `29:${name}`,
  entra: `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`,
  chat: `a:${name}`,
});

const objects = (tree) => (tree && typeof tree === 'object' ? [tree, ...Object.values(tree).flatMap(objects)] : []);
const cardOf = (message) => message.attachments?.[0]?.content;
const action = (message, verb) => objects(cardOf(message)).find((each) => each.type === 'Action.Execute' && each.verb === verb);

export class Teams {
  /** What the bot sent, in its newest state. */
  messages = [];
  people = new Map();
  #next = 1;

  async start() {
    this.server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) {
        body += chunk;
      }
      const [status, answer] = this.#answer(request.method, request.url, body ? JSON.parse(body) : {});
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise((listens) => this.server.listen(0, '127.0.0.1', listens));
    return this;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  #answer(method, url, activity) {
    const path = new URL(url, 'http://localhost').pathname.replace(/^.*\/v3\/conversations\/?/, '');
    const [conversation, kind, id] = path.split('/').map(decodeURIComponent);
    const who = [...this.people.values()].find(({ chat }) => chat === conversation);
    const member = who && { id: who.id, name: who.name, aadObjectId: who.entra, objectId: who.entra, tenantId: TENANT, userRole: 'user' };
    if (method === 'GET') {
      return !who ? [404, {}] : [200, kind === 'pagedmembers' ? { members: [member] } : member];
    }
    if (method === 'POST' && !conversation) {
      return [201, { id: [...this.people.values()].find((each) => each.id === activity.members?.[0]?.id)?.chat }];
    }
    if (activity.type === 'typing') {
      return [202, {}];
    }
    const known = this.messages.find((message) => message.id === id && message.conversation === conversation);
    if (method === 'PUT' && known) {
      Object.assign(known, { attachments: undefined, text: undefined }, activity, { id, conversation });
      return [200, { id }];
    }
    const message = { ...activity, id: `m${this.#next++}`, conversation };
    this.messages.push(message);
    return [201, { id: message.id }];
  }

  #activity(who, more) {
    this.people.set(who.id, who);
    return {
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      serviceUrl: `http://127.0.0.1:${this.server.address().port}`,
      channelId: 'msteams',
      from: { id: who.id, name: who.name, aadObjectId: who.entra },
      recipient: { id: BOT, name: 'Holdfast' },
      conversation: { conversationType: 'personal', tenantId: TENANT, id: who.chat },
      channelData: { tenant: { id: TENANT } },
      locale: 'en-US',
      localTimezone: 'UTC',
      entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }],
      ...more,
    };
  }

  installs(who) {
    return this.#activity(who, { type: 'conversationUpdate', membersAdded: [{ id: BOT }] });
  }

  says(who, text) {
    return this.#activity(who, { type: 'message', textFormat: 'plain', text });
  }

  /** A click on the button with that verb, after filling in what is given. */
  clicks(who, message, verb, typed = {}) {
    const inputs = objects(cardOf(message)).filter(({ type }) => type?.startsWith('Input.'));
    const values = inputs.map(({ id, type, value }) => [id, typed[id] ?? value ?? (type === 'Input.Toggle' ? 'false' : '')]);
    const data = { ...action(message, verb).data, ...Object.fromEntries(values.filter(([, value]) => value !== '')) };
    return this.#activity(who, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      value: { trigger: 'manual', action: { type: 'Action.Execute', verb, data } },
    });
  }

  /** Waits for a message of the bot in the person's chat that has a button with that verb. */
  offers(who, verb) {
    return until(`${verb} for ${who.name}`, 60_000, () => this.messages.findLast((each) => each.conversation === who.chat && action(each, verb)));
  }

  /** Whether the bot wrote that in the person's chat. */
  told(who, text) {
    return this.messages.some((each) => each.conversation === who.chat && JSON.stringify(each).includes(text));
  }
}

/** Posts an activity and returns the status; an answer with a card is what stands in the chat from then on. */
export async function deliver(port, activity, message) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await answer.text();
  const value = text && message ? JSON.parse(text) : {};
  if (value.type === 'application/vnd.microsoft.card.adaptive') {
    message.attachments = [{ content: value.value }];
  }
  return answer.status;
}
