// Who may do what, seen: three people, three windows, and a policy file that changes while Holdfast runs.
// Screenshots and logs go to target/browser-policy.
//   node policy.mjs [<jar> [<pattern>]]
// With a pattern, only the chapters whose name fits it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Holdfast } from './holdfast.mjs';
import { jarIn } from './jar.mjs';
import { Story, askRestore, idIn, reviewRestore } from './story.mjs';
import { until } from './until.mjs';
import { PERSONAL, Window, launch } from './window.mjs';

const target = resolve(fileURLToPath(import.meta.url), '../../../target');
const pictures = join(target, 'browser-policy');
const ENDED_WITHIN = 180_000;
const GRANTED = 'Contoso Production (overwritten): 1 approval is needed';
const DECIDED_WITHIN = 120_000;
const PERSON = (number) => `00000000-0000-0000-0000-00000000002${number}`;
const ALEX = PERSON(0);
const MEGAN = PERSON(1);
const ADELE = PERSON(2);

/** Data leaves production if Megan agrees, and what is overwritten is Adele's. Contoso Build has little time, and Alex may have emergencies there. */
const TWO_SIDES = `version: 1
guardians: owners of production
groups:
  owners of production: {people: [${MEGAN}]}
  testers: {people: [${ADELE}]}
rules:
  - name: Production
    environments: {types: [production]}
    data-leaves: {request: "*", approve: owners of production}
    held: {request: "*", approve: owners of production, approvals: 0}
  - name: Build
    environments: {names: [Contoso Build]}
    overwritten: {request: "*", approve: testers, safety-backup: none, expires-after: 4m, remind-at: [10%], escalate: {after: 20%, to: owners of production}, emergency: {request: ${ALEX}, review-within: 3m, remind-at: 10%}}
  - name: All others
    environments: all
    data-leaves: {request: "*", approve: testers, approvals: 0}
    overwritten: {request: "*", approve: testers, delegates: owners of production, safety-backup: none}
    held: {request: "*", approve: testers, approvals: 0}
    opened: {request: "*", approve: testers, approvals: 0}
`;

const directory = mkdtempSync(join(tmpdir(), 'holdfast-policy-'));
const policy = join(directory, 'policy.yaml');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
writeFileSync(policy, TWO_SIDES);
const holdfast = await Holdfast.prepare({
  jar: resolve(process.argv[2] ?? join(target, jarIn(target))),
  directory,
  log: join(pictures, 'holdfast.log'),
  settings: { 'holdfast.policy': '', 'holdfast.policy.file': policy },
});
holdfast.settings['holdfast.local.second-approver-port'] = holdfast.ports.secondApprover;
const browser = await launch();
const people = {};
const story = new Story(process.argv[3], () => Object.values(people));
const ask = (source, onto) => askRestore(people.alex, source, onto);

await story.play({ browser, holdfast, directory }, async () => {
  await holdfast.start();
  for (const [name, url] of [
    ['alex', holdfast.requesterUrl],
    ['megan', holdfast.approverUrl],
    ['adele', holdfast.secondApproverUrl],
  ]) {
    people[name] = await Window.open(browser, url, { name, directory: pictures });
    await people[name].card("Hello, I'm Holdfast");
  }
  await story.chapter('a restore from production that each side approves', bothSidesApprove);
  await story.chapter('freeze and unfreeze', freezeAndUnfreeze);
  await story.chapter('a delegate approves', delegateApproves);
  await story.chapter('a reminder, and an escalation', remindedAndEscalated);
  await story.chapter('an emergency and its review', emergencyIsReviewed);
  await story.chapter('a policy that became milder waits for its guardian', guardianApproves);
});

async function bothSidesApprove() {
  const { alex, megan, adele } = people;
  const id = await ask('Contoso Production', 'Contoso Test');
  const ofSource = await megan.card('Approve this restore?', id);
  await ofSource.shoot(join(pictures, 'card-approval-source.png'));
  const ofTarget = await adele.card('Approve this restore?', id);
  await ofTarget.shoot(join(pictures, 'card-approval-target.png'));

  await ofSource.click('Approve');
  const half = await adele.card('Approve this restore?', id, '1 of 1 for Contoso Production');
  await half.shoot(join(pictures, 'card-approval-half.png'));
  assert.equal((await restoresOf('Contoso Test')).length, 0, 'one side alone starts nothing');
  await half.click('Approve');
  await ends(id, 'Contoso Test is restored');
  await alex.shoot('two-sides-notice');
  assert.equal((await restoresOf('Contoso Test')).length, 1);
}

async function freezeAndUnfreeze() {
  const { alex, adele } = people;
  await adele.go(PERSONAL);
  await adele.say('freeze Contoso Dev until tomorrow 18:00 because of the quarterly close');
  await adele.reads('Contoso Dev is frozen until');
  const id = await ask('Contoso UAT', 'Contoso Dev');
  await (await adele.card('Approve this restore?', id)).click('Approve');
  const waiting = await alex.card(id, 'quarterly close');
  await waiting.shoot(join(pictures, 'card-frozen-request.png'));
  assert.equal((await restoresOf('Contoso Dev')).length, 0, 'nothing starts while it is frozen');
  await adele.shoot('frozen');
  await adele.say('unfreeze Contoso Dev');
  await ends(id, 'Contoso Dev is restored');
  await adele.shoot('unfrozen');
  assert.equal((await restoresOf('Contoso Dev')).length, 1);
}

async function delegateApproves() {
  const { alex, megan, adele } = people;
  await adele.go(PERSONAL);
  await adele.say(`delegate to ${MEGAN} until tomorrow 18:00`);
  await adele.reads('can approve and reject requests for you until');
  await adele.shoot('delegated');
  await megan.go(PERSONAL);
  await megan.reads('lets you approve and reject requests until');
  const id = await ask('Contoso UAT', 'Contoso Dev');
  const approval = await megan.card('Approve this restore?', id);
  await approval.shoot(join(pictures, 'card-approval-delegate.png'));
  await approval.click('Approve');
  await adele.card('Your delegate decided', id);
  await adele.shoot('decided-for');
  await ends(id, 'Contoso Dev is restored');
  await alex.shoot('delegate-notice');
  await adele.say('delegate end');
  await adele.reads('no longer decides for you');
}

async function remindedAndEscalated() {
  const { alex, megan, adele } = people;
  const id = await ask('Contoso UAT', 'Contoso Build');
  await adele.card('Approve this restore?', id);
  assert.equal(await megan.count('Approve this restore?', id), 0, 'the second group is not asked at first');
  await until('the reminder', DECIDED_WITHIN, async () => (await adele.count(id, 'still waits for your decision')) > 0);
  await adele.shoot('reminded');
  await until('the escalation', DECIDED_WITHIN, async () => (await megan.count('Approve this restore?', id)) > 0);
  await megan.shoot('escalated');
  assert.equal(await adele.count(id, 'still waits for your decision'), 1, 'one reminder');
  await (await megan.card('Approve this restore?', id)).click('Approve');
  await ends(id, 'Contoso Build is restored');
  await alex.shoot('escalated-notice');
}

async function emergencyIsReviewed() {
  const { alex, megan, adele } = people;
  const before = (await restoresOf('Contoso Build')).length;
  const review = await reviewRestore(alex, 'Contoso UAT', 'Contoso Build', async (step, card) => {
    if (step !== 'review') return;
    await card.shoot(join(pictures, 'card-emergency-form.png'));
    await card.tick('Submit it as an emergency: it starts without approval');
  });
  await review.click('Submit');
  const id = await idIn(await alex.card('Emergency · Restore', 'Contoso Build'));
  const announced = await adele.card(`Emergency: ${id} by Alex Wilber`, 'starts without approval');
  await announced.shoot(join(pictures, 'card-emergency-announced.png'));
  assert.equal(await adele.count('Approve this restore?', id), 0, 'nobody is asked to approve it');
  await ends(id, 'Contoso Build is restored');
  assert.equal((await restoresOf('Contoso Build')).length, before + 1);
  const own = await alex.card('Emergency · Restore', id, 'Somebody other than Alex Wilber has to review it');
  await own.shoot(join(pictures, 'card-emergency-requester.png'));
  assert.equal(await own.has('Save the review'), false, 'nobody reviews an emergency of their own');
  await until('the reminder', DECIDED_WITHIN, async () => (await adele.count(`${id} still has to be reviewed`)) > 0);
  await adele.go(PERSONAL);
  await adele.say('approvals');
  await adele.reads('review missing');
  await adele.shoot('emergency-reminded');
  await adele.say(`status ${id}`);
  const open = await adele.card('Emergency · Restore', id, 'What you found');
  await open.shoot(join(pictures, 'card-emergency-review.png'));
  await open.click('Save the review');
  await adele.reads('Write what you found, then save the review.');
  const asked = await adele.card('Emergency · Restore', id, 'Write what you found');
  await asked.type('What you found', 'The pilot could not go on without it.');
  await asked.click('Save the review');
  const reviewed = await adele.card('Emergency · Restore', id, 'Reviewed by Adele Vance');
  await reviewed.shoot(join(pictures, 'card-emergency-reviewed.png'));
  await alex.card(`${id} is reviewed`, 'could not go on without it');
  await alex.shoot('emergency-reviewed');
  await megan.shoot('emergency-others');
}

async function guardianApproves() {
  const { alex, megan } = people;
  writeFileSync(policy, TWO_SIDES.replace('  - name: Build', `    overwritten: {request: "*", approve: testers}\n  - name: Build`));
  const proposal = await megan.card('Should this policy take effect?', 'Production');
  await proposal.shoot(join(pictures, 'card-guardian.png'));
  await alex.go(PERSONAL);
  await alex.say('why Contoso Production from Contoso UAT');
  await alex.card('(data leaves): Rule 3 counts');
  assert.equal(await alex.count(GRANTED), 0, 'nothing of it is in force before its guardian has approved it');
  await proposal.tick("I've read what becomes possible, and I want it.");
  await proposal.click('Approve');
  const approved = await megan.card('This policy was approved');
  await approved.shoot(join(pictures, 'card-guardian-approved.png'));
  await alex.say('why Contoso Production from Contoso UAT');
  await alex.card(GRANTED);
  await alex.shoot('why-after');
}

/** The notice comes by itself: nobody types or clicks here. */
async function ends(id, words) {
  await until(`the notice of ${id}`, ENDED_WITHIN, async () => (await people.alex.count(id, words)) > 0);
}

async function restoresOf(name) {
  const { environments } = await holdfast.state();
  const { id } = environments.find((one) => one.displayName === name).made;
  const orders = await holdfast.orders();
  return orders.filter((order) => order.kind === 'restore' && order.environment === id && order.accepted);
}
