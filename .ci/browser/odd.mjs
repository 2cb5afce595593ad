// Chapters of the story in which something is odd: a success that changed nothing, a time that can't be restored, and more
// commands than one at a time.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from './until.mjs';
import { PERSONAL } from './window.mjs';

const NOTICE_WITHIN = 180_000;
// How long no second answer may come.
const QUIET = 4_000;

/** The service says that it succeeded, but the target never enters administration mode. */
export async function restoreWithoutEffect({ alex, megan, pictures, ask, approve, environment, restoresOf }) {
  const id = await ask('Contoso UAT', 'Contoso Unchanged');
  await approve(id);
  const reason = 'nothing that Holdfast can read shows that anything was changed';
  for (const window of [alex, megan]) {
    const told = async () => (await window.count(`The outcome of ${id} is unknown`)) > 0;
    await until(`${window.name}'s notice of ${id}`, NOTICE_WITHIN, told);
    const notice = await window.card(`The outcome of ${id} is unknown`);
    const request = await window.card(id, 'Contoso Unchanged', reason, 'Outcome unknown');
    for (const [name, card] of Object.entries({ notice, request })) {
      assert.ok((await card.text()).includes(reason), `the ${name} says why`);
      assert.doesNotMatch(await card.text(), /is restored|is ready|Succeeded/, `the ${name} claims no success`);
      await card.shoot(join(pictures, `card-no-effect-${name}-${window.name}.png`));
    }
    await window.shoot('no-effect');
  }
  assert.notEqual((await environment('Contoso Unchanged')).runtimeState, 'AdminMode');
  assert.equal((await restoresOf('Contoso Unchanged')).length, 1);
}

/** Both ends of the time that can be restored: what is typed on the form is corrected with its button. */
export async function impossibleTime({ alex, pictures }) {
  await alex.go(PERSONAL);
  await alex.say('restore Contoso UAT to Contoso Test at 60 days ago');
  let form = await alex.card('This time is too long ago');
  await form.shoot(join(pictures, 'card-time-too-early.png'));
  await form.click(await form.button(/^Use /));
  form = await alex.card('this environment will be overwritten');
  await form.lacks('This time is too long ago');
  await form.shoot(join(pictures, 'card-time-corrected.png'));

  await form.type('Reason', 'Data for the regression test');
  await form.enter('Date', daysFromNow(2));
  await form.click('Review');
  form = await alex.card('This time is in the future');
  await form.shoot(join(pictures, 'card-time-in-future.png'));
  await form.click(await form.button(/^Use /));
  form = await alex.card('this environment will be overwritten');
  await form.lacks('This time is in the future');
  await form.click('Review');
  const review = await alex.card('To confirm, enter the name of the target', 'Contoso Test');
  await review.shoot(join(pictures, 'card-time-review.png'));
}

/** Each is answered, and none of them twice. */
export async function burst({ alex }) {
  await alex.go(PERSONAL);
  const cards = {
    help: 'What I can do',
    environments: 'Name, region, or type',
    status: 'Requests in progress',
    history: /^\s*History/,
    approvals: 'Waiting for your decision',
  };
  const counts = () => Promise.all(Object.values(cards).map((text) => alex.count(text)));
  const before = await counts();
  const answers = await alex.answers();
  await alex.sayAtOnce(...Object.keys(cards), 'subscribe Contoso Training');
  await until('six answers', 30_000, async () => (await alex.answers()) >= answers + 6);
  await alex.reads('You\'ll get a message here when a request for Contoso Training finishes.');
  await alex.page.waitForTimeout(QUIET);
  assert.equal(await alex.answers(), answers + 6, 'six commands, six answers');
  assert.deepEqual(await counts(), before.map((count) => count + 1), 'each was answered');
  await alex.shoot('burst');
}

/** The day as the Playground takes it. */
function daysFromNow(days) {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-US');
}
