// The main job, seen: two people, two windows, one restore from the typed command to the notice; the same undone; a copy; a
// restore through a crash; one that ends badly; one that changes nothing; two of which finance and operations is late or fails; a
// checklist; a time that can't be restored; and commands in a burst and in each kind of conversation. Screenshots and logs go to target/browser.
//   node restore.mjs [<jar> [<pattern>]]
// With a pattern, only the chapters whose name fits it.
// With HOLDFAST_ADMINAPI_API=bap or ppapi the first three of these through that admin API only, to target/browser-bap or -ppapi.
//   node restore.mjs --running
// The first of these with a Holdfast that runs already, started as the README says, to target/browser-running.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copy } from './copy.mjs';
import { Holdfast } from './holdfast.mjs';
import { jarIn } from './jar.mjs';
import { burst, impossibleTime, restoreWithoutEffect } from './odd.mjs';
import { checklist, lateRestore, restoreWithoutApps } from './outcome.mjs';
import { Story, askRestore } from './story.mjs';
import { until } from './until.mjs';
import { Window, GROUP, PERSONAL, channel, launch } from './window.mjs';

const target = resolve(fileURLToPath(import.meta.url), '../../../target');
const api = process.env.HOLDFAST_ADMINAPI_API ?? 'both';
const running = process.argv[2] === '--running';
const pictures = join(target, ['browser', running ? 'running' : api].filter((word) => word !== 'both').join('-'));
const ALEX = 'user-id-0';
const RESTORE_WITHIN = 180_000;

const directory = mkdtempSync(join(tmpdir(), 'holdfast-browser-'));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const holdfast = running
  ? Holdfast.running()
  : await Holdfast.prepare({
      jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
      directory,
      log: join(pictures, 'holdfast.log'),
      settings: {
        'holdfast.admin-api.api': api,
        'holdfast.execution.finance-and-operations.late-after': '5s',
      },
    });
const browser = await launch();
let alex;
let megan;
const chapters = new Story(process.argv[3], () => [alex, megan]);

await chapters.play({ browser, holdfast, directory }, async () => {
  await holdfast.start();
  alex = await Window.open(browser, holdfast.requesterUrl, { name: 'alex', directory: pictures });
  megan = await Window.open(browser, holdfast.approverUrl, { name: 'megan', directory: pictures });
  await chapters.chapter(`a restore from the typed command to the notice, through ${api}`, wholeRestore);
  if (!running) {
    await chapters.chapter(`the same undone from its safety backup, through ${api}`, undo);
    const story = { alex, megan, pictures, environment, ordersOf };
    await chapters.chapter(`a copy without data, through ${api}`, () => copy(story));
  }
  if (!running && api === 'both') {
    await chapters.chapter('a crash while the restore runs', crash);
    await chapters.chapter('a restore that ends badly', failingRestore);
    const story = { alex, megan, pictures, ask, approve, environment, restoresOf, succeeds };
    await chapters.chapter('a restore that changes nothing', () => restoreWithoutEffect(story));
    await chapters.chapter('finance and operations that comes later', () => lateRestore(story));
    await chapters.chapter('finance and operations that fails', () => restoreWithoutApps(story));
    await chapters.chapter('a checklist ticked by two people', () => checklist(story));
    await chapters.chapter('a time that cannot be restored', () => impossibleTime(story));
    await chapters.chapter('six commands at once', () => burst(story));
    await chapters.chapter('a personal chat, a group chat and a channel', threePlaces);
  }
});

async function wholeRestore() {
  await alex.card("Hello, I'm Holdfast");
  await alex.shoot('welcome');
  const id = await ask('Contoso UAT', 'Contoso Dev', { shoot: true });

  await megan.go(channel('Approvals'));
  const inChannel = await megan.card('Approve this restore?', id);
  await megan.shoot('approval');
  await inChannel.shoot(join(pictures, 'card-approval.png'));
  assert.ok(!(await inChannel.has('Approve')), 'what all see has nobody\'s buttons');
  await inChannel.click('Show what I can do');
  const own = await megan.card('Approve this restore?', id, 'Comment');
  await own.shoot(join(pictures, 'card-approval-own.png'));
  await megan.as(ALEX, () => own.click('Approve'));
  await (await megan.card(`You submitted ${id}`)).look();
  await megan.shoot('own-approval-refused');
  assert.equal((await restoresOf('Contoso Dev')).length, 0, 'nothing was ordered without an approval');

  await approve(id);
  for (const window of [alex, megan]) {
    await (await window.card(id, 'Progress')).look();
    await window.shoot('running');
  }
  const moving = await alex.card(id, 'Progress');
  await until('the stages to move on', RESTORE_WITHIN, async () => /Run\s+running/.test(await moving.text()));
  await moving.shoot(join(pictures, 'card-running.png'));
  await succeeds(id, 'Contoso Dev');
  await alex.shoot('notice');
  await (await alex.card('Contoso Dev is restored', id, 'Open')).shoot(join(pictures, 'card-notice.png'));
  await megan.card('Contoso Dev is restored', id);
  await megan.shoot('notice');
  await megan.go(channel('Approvals'));
  await megan.card(id, 'Succeeded');
  await megan.shoot('channel-after');

  for (const command of [`status ${id}`, 'history']) {
    const before = await alex.count(id, 'Succeeded');
    await alex.say(command);
    await until(`an answer to ${command}`, 15_000, async () => (await alex.count(id, 'Succeeded')) > before);
    await alex.shoot(command.split(' ')[0]);
  }
  for (const window of [alex, megan]) {
    assert.deepEqual(await window.warnings(), [], 'the Playground knows all that the cards use');
  }
  assert.equal((await environment('Contoso Dev')).runtimeState, 'AdminMode');
  assert.equal((await restoresOf('Contoso Dev')).length, 1);
  const orders = await holdfast.orders();
  for (const order of orders) {
    const taker = order.kind === 'backup' ? 'bap' : 'ppapi';
    assert.equal(order.api, api === 'both' ? taker : api, `the ${order.kind} went through the right admin API`);
  }
  const checked = orders.some((order) => order.kind === 'validation');
  assert.equal(checked, api !== 'bap', 'only the Power Platform API can check a restore without starting it');
}

/** The target is backed up before it is overwritten; from that backup it is restored onto itself. */
async function undo() {
  const { id: dev } = (await environment('Contoso Dev')).made;
  const kept = (await holdfast.state()).backups.filter((backup) => backup.environmentId === dev);
  const safety = kept.find((backup) => backup.label.startsWith('Holdfast R-'));
  assert.ok(safety, 'Contoso Dev was backed up before it was overwritten');
  const id = /R-\d+/.exec(safety.label)[0];
  await alex.go(PERSONAL);
  const restored = await alex.card(id, 'Succeeded', 'Kept until');
  await restored.shoot(join(pictures, 'card-undo.png'));
  await restored.click('Undo');
  const form = await alex.card(`Undo of ${id}`);
  await form.shoot(join(pictures, 'card-undo-form.png'));
  await form.click('Review');
  const review = await alex.card('To confirm, enter the name of the target', safety.label);
  await review.shoot(join(pictures, 'card-undo-review.png'));
  await review.type('To confirm, enter the name of the target', 'Contoso Dev');
  await review.click('Submit');
  const request = await alex.card('R-', safety.label, 'Awaiting approval');
  const way = /R-\d+/.exec(await request.text())[0];
  await approve(way);
  await alex.card(way, 'Progress', 'Safety backup');
  await alex.shoot('undo-safety-backup');
  await succeeds(way, 'Contoso Dev');
  await alex.shoot('undo-notice');
  const orders = (await holdfast.orders()).filter((order) => order.environment === dev && order.accepted);
  assert.deepEqual(
    orders.filter((order) => order.kind !== 'validation').map((order) => order.kind),
    ['backup', 'restore', 'backup', 'restore'],
    'a backup before each restore, and each of them once',
  );
}

async function crash() {
  const id = await ask('Contoso UAT', 'Contoso Test');
  await approve(id);
  const ordered = async () => (await restoresOf('Contoso Test')).length > 0;
  await until('the simulator to have the order', RESTORE_WITHIN, ordered);
  await holdfast.kill();
  await holdfast.start();
  await succeeds(id, 'Contoso Test');
  await alex.shoot('notice-after-crash');
  assert.equal((await restoresOf('Contoso Test')).length, 1, 'one restore, also after the crash');
}

async function failingRestore() {
  const id = await ask('Contoso UAT', 'Contoso Broken');
  await approve(id);
  const reason = 'the customizations of the source do not fit';
  const told = async () => (await alex.count(id, reason, 'What to do next')) > 0;
  await until('the failure notice', RESTORE_WITHIN, told);
  await alex.shoot('failure');
}

/** The same two commands wherever Holdfast can be; outside the personal chat it hears only when it is mentioned. */
async function threePlaces() {
  for (const [place, name] of [
    [PERSONAL, 'personal'],
    [GROUP, 'group'],
    [channel('Requests'), 'channel'],
  ]) {
    await alex.go(place);
    await alex.say('help');
    await (await alex.card('What I can do')).look();
    await alex.shoot(`${name}-help`);
    await alex.say('environments');
    const list = await alex.card('Name, region, or type', 'Contoso Dev');
    await list.look();
    await alex.shoot(`${name}-environments`);
    assert.deepEqual(await alex.warnings(), [], `no warning below a card: ${name}`);
  }
}

/** Alex asks; gives the id of the request. */
function ask(source, onto, { shoot = false } = {}) {
  return askRestore(alex, source, onto, async (what, card) => {
    if (!shoot) return;
    await alex.shoot(what);
    await card?.shoot(join(pictures, `card-${what}.png`));
  });
}

/** Megan's own chat with Holdfast has the card too. */
async function approve(id) {
  await megan.go(PERSONAL);
  await (await megan.card('Approve this restore?', id)).click('Approve');
}

/** The notice comes by itself: nobody types or clicks here. */
async function succeeds(id, target) {
  const told = async () => (await alex.count(id, `${target} is restored`)) > 0;
  await until(`the notice of ${id}`, RESTORE_WITHIN, told);
}

async function restoresOf(name) {
  return (await ordersOf(name)).filter((order) => order.kind === 'restore');
}

/** What was ordered and taken; a check is no order. */
async function ordersOf(name) {
  const { id } = (await environment(name)).made;
  const orders = await holdfast.orders();
  return orders.filter((order) => order.kind !== 'validation' && order.environment === id && order.accepted);
}

async function environment(name) {
  const { environments } = await holdfast.state();
  return environments.find((one) => one.displayName === name);
}
