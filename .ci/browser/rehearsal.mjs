// A rehearsal, seen: everything is asked for, checked, and approved, and nothing is started. Then the same Holdfast without it.
// Screenshots and logs go to target/browser-rehearsal.
//   node rehearsal.mjs [<jar> [<pattern>]]
// With a pattern, only the chapters whose name fits it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Holdfast } from './holdfast.mjs';
import { jarIn } from './jar.mjs';
import { Story, askRestore, idIn } from './story.mjs';
import { until } from './until.mjs';
import { PERSONAL, Window, launch } from './window.mjs';

const target = resolve(fileURLToPath(import.meta.url), '../../../target');
const pictures = join(target, 'browser-rehearsal');
const ENDED_WITHIN = 120_000;
const MARK = 'Rehearsal: Holdfast checks everything and starts nothing.';

const directory = mkdtempSync(join(tmpdir(), 'holdfast-rehearsal-'));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const holdfast = await Holdfast.prepare({
  jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
  directory,
  log: join(pictures, 'holdfast.log'),
  settings: { 'holdfast.rehearsal': true },
});
const browser = await launch();
let alex;
let megan;
const story = new Story(process.argv[3], () => [alex, megan]);

await story.play({ browser, holdfast, directory }, async () => {
  await holdfast.start();
  await open();
  await story.chapter('a restore with its safety backup is rehearsed', restoreIsRehearsed);
  await story.chapter('a backup is rehearsed', backupIsRehearsed);
  await story.chapter('the doctor says that it is on', doctorSaysSo);
  await story.chapter('without the setting, what was rehearsed does not start', endsWithTheSetting);
});

async function open() {
  await openWindows();
  await alex.card("Hello, I'm Holdfast");
  await megan.card("Hello, I'm Holdfast");
}

async function openWindows() {
  alex = await Window.open(browser, holdfast.requesterUrl, { name: 'alex', directory: pictures });
  megan = await Window.open(browser, holdfast.approverUrl, { name: 'megan', directory: pictures });
}

/** Orders and checks that reached the simulator; a check starts nothing. */
async function started() {
  return (await holdfast.orders()).filter((order) => order.kind !== 'validation');
}

async function restoreIsRehearsed() {
  const id = await askRestore(alex, 'Contoso UAT', 'Contoso Dev', async (step, card) => {
    if (step === 'review') {
      assert.ok((await card.text()).includes(MARK), 'the review bears the mark');
      await card.shoot(join(pictures, 'card-review.png'));
    }
  });
  await megan.go(PERSONAL);
  const approval = await megan.card('Approve this restore?', id);
  const words = await approval.text();
  assert.ok(words.includes(MARK) && words.includes('Rehearsal · Restore'), 'the approval card bears the mark');
  await approval.shoot(join(pictures, 'card-approval.png'));
  await approval.click('Approve');
  const notice = `Rehearsal: ${id} would have started`;
  await until(`the notice of ${id}`, ENDED_WITHIN, async () => (await alex.count(notice)) > 0);
  const told = await alex.card(notice);
  assert.match(await told.text(), /These 2 calls were left out: .*backups.*restore/s);
  await told.shoot(join(pictures, 'card-notice.png'));
  const ended = await alex.card(id, 'Rehearsed: would have started');
  await ended.shoot(join(pictures, 'card-ended.png'));
  await alex.shoot('rehearsed');
  assert.deepEqual(await started(), [], 'nothing was ordered');
}

async function backupIsRehearsed() {
  await alex.go(PERSONAL);
  await alex.say('backup Contoso Test as before the release');
  const form = await alex.card('Back up', MARK);
  // The Playground doesn't send what is chosen in a list that can be searched.
  await form.type('Or enter the name or ID of another environment', 'Contoso Test');
  await form.click('Back up');
  await until('the notice', ENDED_WITHIN, async () => (await alex.count('would have started', 'before the release')) > 0);
  assert.deepEqual(await started(), [], 'nothing was ordered');
}

async function doctorSaysSo() {
  await megan.go(PERSONAL);
  await megan.say('doctor');
  const report = await megan.card('Rehearsal is on');
  await report.shoot(join(pictures, 'card-doctor.png'));
}

/** A request that was submitted in the rehearsal and is approved after it. */
async function endsWithTheSetting() {
  const id = await askRestore(alex, 'Contoso UAT', 'Contoso Dev');
  await holdfast.stop();
  holdfast.settings['holdfast.rehearsal'] = false;
  await holdfast.start();
  await openWindows(); // and nobody is greeted twice
  await megan.say(`status ${id}`);
  const approval = await megan.card('Rehearsal · Restore', id);
  await approval.click('Approve');
  await until('the end', ENDED_WITHIN, async () => (await megan.count(id, 'would have started')) > 0);
  assert.equal(await idIn(await megan.card(id, 'would have started')), id);
  assert.deepEqual(await started(), [], 'nothing was ordered');
}
