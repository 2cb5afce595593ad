// What admins do every week, seen by two people: a copy that is approved now for later, administration mode, a backup that is no longer needed, and backups of
// several environments.
// Screenshots and logs go to target/browser-weekly.
//   node weekly.mjs [<jar> [<pattern>]]
// With a pattern, only the chapters whose name fits it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Holdfast } from './holdfast.mjs';
import { jarIn } from './jar.mjs';
import { Story, idIn } from './story.mjs';
import { until } from './until.mjs';
import { PERSONAL, Window, launch } from './window.mjs';

const target = resolve(fileURLToPath(import.meta.url), '../../../target');
const pictures = join(target, 'browser-weekly');
const ENDED_WITHIN = 240_000;
const MEGAN = '00000000-0000-0000-0000-000000000021';
const TRAINING = 'c0a50000-0000-4000-8000-000000000005';
const POLICY = `version: 1
groups:
  admins: {people: [${MEGAN}]}
rules:
  - name: All
    environments: all
    data-leaves: {request: "*", approve: admins, approvals: 0}
    overwritten: {request: "*", approve: admins, safety-backup: none}
    held: {request: "*", approve: admins, approvals: 0}
    opened: {request: "*", approve: admins, approvals: 0}
    restricted: {request: "*", approve: admins}
    recovery-changed: {request: "*", approve: admins}
`;

const directory = mkdtempSync(join(tmpdir(), 'holdfast-weekly-'));
const policy = join(directory, 'policy.yaml');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
writeFileSync(policy, POLICY);
const holdfast = await Holdfast.prepare({
  jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
  directory,
  log: join(pictures, 'holdfast.log'),
  settings: { 'holdfast.policy': '', 'holdfast.policy.file': policy },
});
const browser = await launch();
let alex;
let megan;
const story = new Story(process.argv[3], () => [alex, megan]);

await story.play({ browser, holdfast, directory }, async () => {
  await holdfast.start();
  alex = await Window.open(browser, holdfast.requesterUrl, { name: 'alex', directory: pictures });
  megan = await Window.open(browser, holdfast.approverUrl, { name: 'megan', directory: pictures });
  await alex.card("Hello, I'm Holdfast");
  await megan.card("Hello, I'm Holdfast");
  await story.chapter('a copy without transactions, approved now for later', copyForLater);
  await story.chapter('administration mode on', administrationModeOn);
  await story.chapter('a backup is deleted', backupIsDeleted);
  await story.chapter('backups of several environments, one of which fails', severalBackups);
});

async function ordersOf(kind) {
  return (await holdfast.orders()).filter((order) => order.kind === kind);
}

/** Megan approves what is in the card with these words, and Alex is told how it ends. */
async function approve(question, id, notice) {
  await megan.go(PERSONAL);
  const approval = await megan.card(question, id);
  await approval.shoot(join(pictures, `card-${id}-approval.png`));
  const words = await approval.text();
  await approval.click('Approve');
  await until(`the notice of ${id}`, ENDED_WITHIN, async () => (await alex.count(id, notice)) > 0);
  const ended = await alex.card(id, 'Succeeded');
  await ended.shoot(join(pictures, `card-${id}-ended.png`));
  return words;
}

async function copyForLater() {
  await alex.go(PERSONAL);
  await alex.say('refresh Contoso Dev from Contoso UAT without transactions start in 3 minutes');
  const form = await alex.card('What to copy, and target');
  // The picture of a card that is higher than the window scrolls, and the Playground forgets what was typed into what it scrolls away.
  await form.shoot(join(pictures, 'card-copy-form.png'));
  await form.type('Reason', 'Data for the regression test');
  await form.click('Review');
  const review = await alex.card('To confirm, enter the name of the target', 'without the transactions');
  await review.shoot(join(pictures, 'card-copy-review.png'));
  await review.type('To confirm, enter the name of the target', 'Contoso Dev');
  await review.click('Submit');
  const request = await alex.card('R-', 'Contoso Dev', 'Awaiting approval');
  const id = await idIn(request);
  const begin = Date.now();
  const words = await approve('Approve this copy?', id, 'is copied to Contoso Dev');
  assert.match(words, /Planned start/, 'the approval states the time');
  assert.ok(Date.now() - begin > 30_000, 'it waited for its time');
  assert.equal((await ordersOf('copy')).length, 1, 'it was ordered once');
}

async function administrationModeOn() {
  await alex.go(PERSONAL);
  await alex.say('admin mode on Contoso Test');
  const form = await alex.card('Administration mode', 'Plug-ins and workflows still run');
  // The Playground doesn't send what is chosen in a list that can be searched.
  await form.shoot(join(pictures, 'card-mode-form.png'));
  await form.type('Or enter the name or ID of another environment', 'Contoso Test');
  await form.type('Reason', 'Repair of the number sequences');
  await form.click('Submit');
  const request = await alex.card('R-', 'Contoso Test', 'Awaiting approval');
  await approve('Approve this change of administration mode?', await idIn(request), 'dministration mode');
}

async function backupIsDeleted() {
  await alex.go(PERSONAL);
  await alex.say('backup Contoso Test as no longer needed');
  const form = await alex.card('Back up');
  await form.type('Or enter the name or ID of another environment', 'Contoso Test');
  await form.click('Back up');
  await until('the backup', ENDED_WITHIN, async () => (await alex.count('R-', 'Succeeded', 'no longer needed')) > 0);
  await alex.say('delete backup no longer needed of Contoso Test');
  const deletion = await alex.card('Delete a backup');
  await deletion.shoot(join(pictures, 'card-delete-form.png'));
  await deletion.type('Reason', 'Not needed any longer');
  await deletion.click('Review');
  const review = await alex.card('To confirm, enter the name of', 'no longer needed');
  await review.shoot(join(pictures, 'card-delete-review.png'));
  await review.type('To confirm, enter the name of', 'Contoso Test');
  await review.click('Submit');
  const request = await alex.card('R-', 'Delete', 'Awaiting approval');
  await approve('Approve deleting this backup?', await idIn(request), 'is deleted');
}

/** Contoso Trial fits the pattern, too, and can't be backed up. */
async function severalBackups() {
  const before = (await ordersOf('backup')).length;
  const fault = { kind: 'order-400', code: 'StorageExhausted', message: 'There is no storage left for a backup.' };
  await holdfast.simulator('faults', { environment: TRAINING, faults: [fault] });
  await alex.go(PERSONAL);
  await alex.say('backup Contoso T* as nightly');
  const form = await alex.card('New backups', 'Contoso Test', 'Contoso Training');
  assert.match(await form.text(), /Not listed because they can't be backed up: Contoso Trial/);
  await form.shoot(join(pictures, 'card-backups-form.png'));
  await form.click('Back up');
  await until('the end', ENDED_WITHIN, async () => (await alex.count('R-', 'Not all backups of')) > 0);
  const ended = await alex.card('1 of 2 succeeded', 'Requested by', 'Label');
  const words = await ended.text();
  assert.match(words, /Contoso Training.*Failed/s);
  assert.match(words, /Contoso Test.*Succeeded/s);
  await ended.shoot(join(pictures, 'card-backups-ended.png'));
  await alex.shoot('backups');
  assert.equal((await ordersOf('backup')).length - before, 2, 'each was ordered once');
}
