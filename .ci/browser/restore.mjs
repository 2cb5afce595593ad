// The main job, seen: two people, two windows, one restore from the typed command to the notice; the same through a
// crash; the same that ends badly. Screenshots and logs go to target/browser.
//   node restore.mjs [<jar>]
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Holdfast } from './holdfast.mjs';
import { until } from './until.mjs';
import { Window, PERSONAL, channel, launch } from './window.mjs';

const target = resolve(fileURLToPath(import.meta.url), '../../../target');
const pictures = join(target, 'browser');
const ALEX = 'user-id-0';
const RESTORE_WITHIN = 180_000;

let passed = 0;
let failed = 0;

const directory = mkdtempSync(join(tmpdir(), 'holdfast-browser-'));
rmSync(pictures, { recursive: true, force: true });
const holdfast = await Holdfast.prepare({
  jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
  directory,
  log: join(directory, 'holdfast.log'),
});
const browser = await launch();
let alex;
let megan;

try {
  await holdfast.start();
  alex = await Window.open(browser, holdfast.requesterUrl, { name: 'alex', directory: pictures });
  megan = await Window.open(browser, holdfast.approverUrl, { name: 'megan', directory: pictures });
  await chapter('a restore from the typed command to the notice', wholeRestore);
  await chapter('a crash while the restore runs', crash);
  await chapter('a restore that ends badly', failingRestore);
} finally {
  await browser.close();
  await holdfast.stop();
  console.log(`${passed} passed, ${failed} failed`);
}
rmSync(directory, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);

async function wholeRestore() {
  const id = await ask('Contoso UAT', 'Contoso Dev', { shoot: true });

  await megan.go(channel('Approvals'));
  const approval = await megan.card('Approve this restore?', id);
  await megan.shoot('approval');
  await megan.as(ALEX, () => approval.click('Approve'));
  await approval.shows('yourself');
  await megan.shoot('own-approval-refused');
  assert.equal((await holdfast.orders()).length, 0, 'nothing was ordered before the approval');

  await approval.click('Approve');
  await succeeds(id);
  await alex.shoot('notice');
  await megan.shoot('after');

  for (const command of [`status ${id}`, 'history']) {
    await alex.say(command);
    const answer = await alex.card(id, 'Contoso Dev');
    await answer.shows(/Succeeded|Restored|Done/);
    await alex.shoot(command.split(' ')[0]);
  }
  const target = await environment('Contoso Dev');
  assert.match(JSON.stringify(target), /admin/i, 'the target is in administration mode');
  assert.equal((await restoresOf('Contoso Dev')).length, 1);
}

async function crash() {
  const id = await ask('Contoso UAT', 'Contoso Test');
  await approve(id);
  await until('the simulator to have the order', RESTORE_WITHIN, async () => (await restoresOf('Contoso Test')).length);
  await holdfast.kill();
  await holdfast.start();
  await succeeds(id);
  await alex.shoot('notice-after-crash');
  assert.equal((await restoresOf('Contoso Test')).length, 1, 'one restore, also after the crash');
}

async function failingRestore() {
  const id = await ask('Contoso UAT', 'Contoso Broken');
  await approve(id);
  await alex.go(PERSONAL);
  const notice = await until('the failure notice', RESTORE_WITHIN, async () =>
    (await alex.count(id, 'the customizations of the source do not fit')) > 0);
  assert.ok(notice);
  await alex.shoot('failure');
}

/** Alex asks with a command, reviews and confirms; gives the id of the request. */
async function ask(source, onto, { shoot = false } = {}) {
  const look = (what) => (shoot ? alex.shoot(what) : undefined);
  await alex.go(PERSONAL);
  await alex.say(`restore ${source} to ${onto} at 2 hours ago`);
  const form = await alex.card('Which moment, and onto what?');
  await form.type('Reason', 'Data for the regression test');
  await look('form');
  await form.click('Review');
  const review = await alex.card('To confirm, type the target');
  await look('review');
  await review.type('To confirm, type the target', onto);
  await review.click('Submit');
  const request = await alex.card('R-', onto);
  await look('request');
  return /R-\d+/.exec(await request.text())[0];
}

async function approve(id) {
  await megan.go(channel('Approvals'));
  await (await megan.card('Approve this restore?', id)).click('Approve');
}

/** Both people see the end by themselves: nobody types or clicks here. */
async function succeeds(id) {
  await alex.go(PERSONAL);
  await until(`the notice of ${id}`, RESTORE_WITHIN, async () => (await alex.count(id, 'administration mode')) > 0);
}

async function restoresOf(name) {
  const { id } = await environment(name);
  const orders = await holdfast.orders();
  return orders.filter((order) => order.kind === 'restore' && order.environment === id && order.accepted);
}

async function environment(name) {
  const { environments } = await holdfast.state();
  return Object.values(environments).find((one) => one.displayName === name);
}

async function chapter(name, play) {
  const begin = Date.now();
  try {
    await play();
    passed++;
    console.log(`ok      ${name} (${Math.round((Date.now() - begin) / 1000)} s)`);
  } catch (failure) {
    failed++;
    console.log(`FAILED  ${name}: ${failure.stack}`);
    await Promise.all([alex, megan].map((window) => window?.shoot('failed').catch(() => {})));
  }
}

function jarIn(folder) {
  const jar = readdirSync(folder).find((file) => /^holdfast-.*\.jar$/.test(file));
  assert.ok(jar, `no jar in ${folder}: build first`);
  return jar;
}
