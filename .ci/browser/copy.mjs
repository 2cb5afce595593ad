// A chapter of the story: an environment is copied onto another, without its data.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from './until.mjs';
import { PERSONAL } from './window.mjs';

const ENDED_WITHIN = 180_000;
const MINIMAL = 'code and configuration, without the data';

/** From the typed command to the notice: form, review, typed name, approval, and one call. */
export async function copy({ alex, megan, pictures, environment, ordersOf }) {
  const before = (await ordersOf('Contoso Dev')).length;
  await alex.go(PERSONAL);
  await alex.say('copy Contoso UAT to Contoso Dev minimal');
  const form = await alex.card('What to copy, and target');
  // The picture of a card that is higher than the window scrolls, and the Playground forgets what was typed into what it scrolls away.
  await form.shoot(join(pictures, 'card-copy-form.png'));
  await form.type('Reason', 'Code of the regression test');
  await form.click('Review');
  const review = await alex.card('To confirm, enter the name of the target', MINIMAL);
  await review.shoot(join(pictures, 'card-copy-review.png'));
  await review.type('To confirm, enter the name of the target', 'Contoso Dev');
  await review.click('Submit');
  const request = await alex.card('R-', MINIMAL, 'Awaiting approval');
  const id = /R-\d+/.exec(await request.text())[0];
  assert.equal((await ordersOf('Contoso Dev')).length, before, 'nothing was ordered without an approval');

  await megan.go(PERSONAL);
  const approval = await megan.card('Approve this copy?', id);
  await approval.shoot(join(pictures, 'card-copy-approval.png'));
  await approval.click('Approve');
  const told = async () => (await alex.count(id, 'Contoso UAT is copied to Contoso Dev')) > 0;
  await until(`the notice of ${id}`, ENDED_WITHIN, told);
  const ended = await alex.card(id, 'Succeeded', 'Kept until');
  await ended.shoot(join(pictures, 'card-copy-ended.png'));
  await alex.shoot('copy-notice');

  assert.equal((await environment('Contoso Dev')).runtimeState, 'AdminMode');
  const orders = (await ordersOf('Contoso Dev')).slice(before).map((order) => order.kind);
  assert.deepEqual(orders, ['backup', 'copy'], 'a backup before the copy, and each of them once');
}
