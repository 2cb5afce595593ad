// Rules for a Teams app manifest that its JSON schema doesn't express. Teams rejects a package that breaks one of them.
// The class ManifestRules has the same rules for the doctor; both are tested with the same cases.

const TUNNELS = ['ngrok.io', 'ngrok.app', 'ngrok-free.app', 'devtunnels.ms', 'trycloudflare.com'];
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/;
const SEMANTIC_VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

const same = (one) => (other) => one.toLowerCase() === other.toLowerCase();
const hasDuplicates = (texts) => new Set(texts).size < texts.length;

function isAtLeast(manifest, major, minor) {
  const numbers = /^(\d+)\.(\d+)$/.exec(manifest.manifestVersion ?? '');
  if (!numbers) {
    return true; // devPreview
  }
  const [ours, oursMinor] = [Number(numbers[1]), Number(numbers[2])];
  return ours > major || (ours === major && oursMinor >= minor);
}

function isInTeams(manifest) {
  return ['bots', 'composeExtensions', 'configurableTabs']
    .flatMap((capability) => manifest[capability] ?? [])
    .flatMap((capability) => capability.scopes ?? [])
    .some(same('team'));
}

/** One short sentence for each rule that the manifest breaks, in the order of the rules. */
export function violations(manifest) {
  const found = [];
  const must = (holds, sentence) => holds || found.push(sentence);
  const version = manifest.manifestVersion ?? '';
  const allChannels = manifest.supportsChannelFeatures === 'tier1';
  const bots = manifest.bots ?? [];

  must(!JSON.stringify(manifest).includes('${'), "A placeholder isn't filled in.");
  must(SEMANTIC_VERSION.test(manifest.version ?? ''), 'version must be three numbers, such as 1.2.0.');
  const schema = /.*\/v([^/]+)\/[^/]+$/.exec(manifest.$schema ?? '');
  must(!schema || schema[1] === version, '$schema and manifestVersion name different versions.');
  for (const name of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl']) {
    must(/^https:\/\//i.test(manifest.developer?.[name] ?? ''), `developer.${name} must begin with https://.`);
  }
  must(
    !isAtLeast(manifest, 1, 25) || !isInTeams(manifest) || allChannels,
    'supportsChannelFeatures must be tier1 because the app has the scope team.',
  );
  const targeted = bots.some(
    (bot) =>
      bot.supportsTargetedMessages === true ||
      (bot.commandLists ?? []).some(
        (list) => list.triggers !== undefined || (list.commands ?? []).some((command) => command.triggers !== undefined),
      ),
  );
  must(
    !targeted || (isAtLeast(manifest, 1, 29) && allChannels),
    'supportsTargetedMessages and triggers need version 1.29 and supportsChannelFeatures.',
  );
  for (const bot of bots) {
    const lists = bot.commandLists ?? [];
    const scopes = lists.flatMap((list) => list.scopes ?? []);
    const most = isAtLeast(manifest, 1, 25) ? 12 : 10;
    must(scopes.every((scope) => (bot.scopes ?? []).some(same(scope))), "A command list has a scope that the bot doesn't have.");
    must(!hasDuplicates(scopes), 'Two command lists are for the same scope.');
    const titles = (list) => (list.commands ?? []).map((command) => (command.title ?? '').trim().toLowerCase());
    must(!lists.some((list) => hasDuplicates(titles(list))), 'A command list has the same title twice.');
    must(
      lists.every((list) => (list.commands ?? []).length <= most),
      `A command list has more than ${most} commands, the limit of version ${version}.`,
    );
  }
  for (const domain of manifest.validDomains ?? []) {
    const host = domain.toLowerCase();
    if (!HOST.test(host)) {
      found.push(`validDomains has an entry that isn't a host name: ${domain}.`);
    } else if (TUNNELS.some((tunnel) => host.endsWith(tunnel))) {
      found.push(`validDomains has a tunneling domain: ${domain}.`);
    }
  }
  return found;
}
