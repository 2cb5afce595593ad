// Stands in for Azure CLI in the tests of setup.sh: records each call, answers from a file of what there is, and fails where it
// is told to. A call that it doesn't know is an error, so that setup.sh can't ask for what nobody has thought about.
import { readFileSync, writeFileSync, appendFileSync, existsSync } from 'node:fs';

const folder = process.env.HOLDFAST_STUB;
const stateFile = `${folder}/state.json`;
const state = JSON.parse(readFileSync(stateFile, 'utf8'));
const args = process.argv.slice(2);
const words = args.slice(0, args.findIndex((arg) => arg.startsWith('--')));
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const query = option('--query') ?? '';
const PROVIDERS = ['BotService', 'DBforPostgreSQL', 'KeyVault', 'ManagedIdentity', 'Network', 'OperationalInsights', 'Insights'].map(
  (name) => `Microsoft.${name}`.toLowerCase(),
);
const quoted = (text) => /'([^']*)'/.exec(text)?.[1];

function answer(lines) {
  const text = [lines].flat().filter((line) => line !== undefined);
  if (text.length > 0) {
    process.stdout.write(`${text.join('\n')}\n`);
  }
}

function stop(words, code = 1) {
  process.stderr.write(`ERROR: ${words}\n`);
  process.exit(code);
}

/** A call that changes something: counted, and failed where the test says so. */
function changes(does) {
  state.changes = (state.changes ?? 0) + 1;
  const fails = state.failAt === state.changes;
  if (fails) {
    delete state.failAt;
  }
  log(fails ? 'failed' : 'change');
  if (!fails) {
    answer(does());
  }
  writeFileSync(stateFile, JSON.stringify(state, null, 1));
  if (fails) {
    stop('(InternalServerError) The stub was told to fail.');
  }
}

function log(kind) {
  appendFileSync(`${folder}/calls.jsonl`, `${JSON.stringify({ tool: 'az', kind, args })}\n`);
}

function reads(lines) {
  log('read');
  answer(lines);
}

const guid = (kind, text) => {
  const number = [...`${kind}${text}`].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 0xffffffff, 7);
  return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
};

const graphRights = { 'GroupMember.Read.All': guid('right', 'group'), 'User.Read.All': guid('right', 'user') };

function rest() {
  const url = option('--url');
  const changing = option('--method') !== 'get';
  const body = changing && option('--body') ? JSON.parse(option('--body')) : {};
  if (url.startsWith('https://api.bap.microsoft.com/')) {
    const client = /adminApplications\/([0-9a-f-]+)\?/.exec(url)[1];
    if (changing) {
      if (state.refuses?.includes('registration')) {
        log('refused');
        stop('Forbidden({"error":{"code":"Forbidden","message":"The user is no administrator."}})');
      }
      return changes(() => void (state.registered = client));
    }
    log('read');
    return state.registered === client
      ? answer(JSON.stringify({ applicationId: client }))
      : stop('Bad Request({"error":{"code":"InvalidApplicationId"}})');
  }
  if (url.startsWith('https://api.powerplatform.com/authorization/roleAssignments')) {
    if (!changing) {
      return reads(state.role === quoted(query) ? ['the-assignment'] : []);
    }
    if (state.refuses?.includes('role')) {
      log('refused');
      stop('Forbidden({"error":{"code":"Forbidden"}})');
    }
    return changes(() => {
      state.role = body.principalObjectId;
      state.roleBody = body;
      return '{"roleAssignmentId":"the-assignment"}';
    });
  }
  if (/graph\.microsoft\.com\/v1\.0\/servicePrincipals\/[0-9a-f-]+\/appRoleAssignments$/.test(url)) {
    return changing
      ? changes(() => void (state.rights = [...(state.rights ?? []), body.appRoleId]))
      : reads(state.rights ?? []);
  }
  return stop(`the stub doesn't know ${url}`, 64);
}

const commands = {
  'account show': () => {
    log('read');
    if (state.signedOut) {
      stop("Please run 'az login' to setup account.");
    }
    answer(query === 'id' ? state.subscription : state.tenant);
  },
  'account get-access-token': () => reads(state.token),
  'provider list': () => reads(state.providers ?? PROVIDERS),
  'provider register': () =>
    changes(() => void (state.providers = [...(state.providers ?? PROVIDERS), option('--namespace')])),
  'group exists': () => reads(String(state.group === option('--name'))),
  'group show': () => reads(state.tag ?? ''),
  'group create': () => changes(() => void (state.group = option('--name'))),
  'tag update': () => changes(() => void (state.tag = option('--tags').split('=')[1])),
  'ad app list': () => reads((state.apps ?? []).filter((app) => app.title === quoted(query)).map((app) => app.id)),
  'ad app create': () =>
    changes(() => {
      const title = option('--display-name');
      const id = guid('app', title);
      state.apps = [...(state.apps ?? []), { title, id }];
      return id;
    }),
  'ad sp list': () => {
    const app = quoted(option('--filter'));
    if (app === '00000003-0000-0000-c000-000000000000') {
      return reads(guid('sp', 'graph'));
    }
    return reads((state.principals ?? []).filter((each) => each === app).map((each) => guid('sp', each)));
  },
  'ad sp show': () => reads(graphRights[quoted(query)]),
  'ad sp create': () =>
    changes(() => {
      state.principals = [...(state.principals ?? []), option('--id')];
      return guid('sp', option('--id'));
    }),
  'ad app federated-credential list': () => reads(state.federations?.[option('--id')]?.subject),
  'ad app federated-credential create': () => federate(),
  'ad app federated-credential update': () => federate(),
  'deployment group create': () =>
    changes(() => {
      const given = JSON.parse(readFileSync(option('--parameters').slice(1), 'utf8')).parameters;
      state.deployed = Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]));
      state.deployed.template = existsSync(option('--template-file'));
    }),
  'deployment group show': () =>
    reads([
      'https://ca-holdfast.example.azurecontainerapps.io/api/messages',
      state.deployed.botAppType === 'SingleTenant' ? state.deployed.botAppId : state.identity.client,
      state.identity.client,
      state.identity.principal,
    ]),
  rest,
};

function federate() {
  changes(() => {
    state.federations = {
      ...state.federations,
      [option('--id')]: JSON.parse(readFileSync(option('--parameters').slice(1), 'utf8')),
    };
  });
}

const command = commands[words.join(' ')];
if (!command) {
  stop(`the stub doesn't know az ${words.join(' ')}`, 64);
}
command();
