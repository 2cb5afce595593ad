// Restores of which Dataverse's part is done before that of finance and operations: one that is late and one that fails; and what two
// people do after one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from './until.mjs';

const NOTICE_WITHIN = 180_000;
const LATE = "Dataverse is restored, finance and operations isn't";
const SUCCESS = /restored and ready|is restored\./;

/** It's told that finance and operations isn't there yet, and then how it ended. */
export async function lateRestore({ alex, pictures, ask, approve, succeeds }) {
  const id = await ask('Contoso UAT', 'Northwind Late');
  await approve(id);
  const card = await late(alex, id, 'Northwind Late');
  await card.shoot(join(pictures, 'card-finops-late.png'));
  await alex.shoot('finops-late');
  await succeeds(id, 'Northwind Late');
  await alex.shoot('finops-came-later');
}

/** The card doesn't look like success, and gives a text for Microsoft Support. */
export async function restoreWithoutApps({ alex, megan, pictures, ask, approve }) {
  const id = await ask('Contoso UAT', 'Northwind Failed');
  await approve(id);
  for (const window of [alex, megan]) {
    const card = await late(window, id, 'Northwind Failed');
    await card.shoot(join(pictures, `card-finops-failed-${window.name}.png`));
    await window.shoot('finops-failed');
  }
  const card = await alex.card(id, LATE, 'Copy support details');
  await card.click('Copy support details');
  const details = await alex.card('Support details of', id);
  await details.shoot(join(pictures, 'card-support-details.png'));
  await alex.shoot('support-details');
}

/** Two people tick what they have done, one takes a tick back, and everybody sees who says so. */
export async function checklist({ alex, megan, pictures, ask, approve, succeeds }) {
  const id = await ask('Contoso UAT', 'Contoso Test');
  await approve(id);
  await succeeds(id, 'Contoso Test');
  const open = await alex.card(id, 'Checklist · 0 of 7 done');
  await open.shoot(join(pictures, 'card-checklist-open.png'));
  await open.click('Mark as done: Batch jobs');
  await alex.card(id, 'Checklist · 1 of 7 done', 'Done, says Alex Wilber');

  const followed = await megan.card(id, 'Checklist · 1 of 7 done', 'Done, says Alex Wilber');
  await followed.click('Mark as done: Users');
  await megan.card(id, 'Checklist · 2 of 7 done', 'Done, says Megan Bowen');
  const both = await alex.card(id, 'Checklist · 2 of 7 done', 'Done, says Megan Bowen');
  await seeItems(both);
  await alex.shoot('checklist-of-two');
  await both.shoot(join(pictures, 'card-checklist-of-two.png'));

  const mine = await megan.card(id, 'Checklist · 2 of 7 done');
  await mine.click('Mark as not done: Batch jobs');
  await megan.card(id, 'Checklist · 1 of 7 done');
  await alex.card(id, 'Checklist · 1 of 7 done');
  await alex.say(`status ${id}`);
  await until('the answer to status', 15_000, async () => (await alex.count(id, 'Checklist · 1 of 7 done')) > 1);
  const status = await alex.card(id, 'Checklist · 1 of 7 done');
  const text = await status.text();
  assert.match(text, /☑ Users\s+Done, says Megan Bowen/);
  assert.match(text, /☐ Batch jobs/);
  await status.shoot(join(pictures, 'card-checklist-status.png'));
  await seeItems(status);
  await alex.shoot('checklist-status');
  for (const window of [alex, megan]) {
    assert.deepEqual(await window.warnings(), [], 'the Playground knows all that the checklist uses');
  }
}

/** Scrolls to the middle of the list. */
function seeItems(card) {
  return card.locator.getByText('Secrets').first().evaluate((row) => row.scrollIntoView({ block: 'center' }));
}

async function late(window, id, target) {
  const told = async () => (await window.count(id, target, LATE)) > 0;
  await until(`${window.name}'s word that finance and operations of ${target} isn't there`, NOTICE_WITHIN, told);
  const card = await window.card(id, target, LATE);
  assert.doesNotMatch(await card.text(), SUCCESS, 'the card claims no success');
  return card;
}
