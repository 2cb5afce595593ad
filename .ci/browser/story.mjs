// What every story in the browser has: chapters that are counted, an end that stops all that runs, and a restore that Alex asks for.
import { rmSync } from 'node:fs';
import { until } from './until.mjs';
import { PERSONAL } from './window.mjs';

const ANSWER_WITHIN = 60_000;
const CONFIRM = 'To confirm, enter the name of the target';
const NOT_CONFIRMED = 'Enter the name of the target exactly as shown above.';

export class Story {
  passed = 0;
  failed = 0;
  #wanted;
  #windows;

  /** @param wanted only the chapters whose name fits this pattern; `windows` gives those to be pictured after a failure */
  constructor(wanted, windows) {
    this.#wanted = new RegExp(wanted ?? '');
    this.#windows = windows;
  }

  /** Plays the chapters, ends all that runs whatever happens, says how many failed, and ends this process with that. */
  async play({ browser, holdfast, directory }, chapters) {
    try {
      await chapters();
    } finally {
      await browser.close();
      await holdfast.stop();
      console.log(`${this.passed} passed, ${this.failed} failed`);
    }
    rmSync(directory, { recursive: true, force: true });
    process.exit(this.failed === 0 ? 0 : 1);
  }

  async chapter(name, play) {
    if (!this.#wanted.test(name)) return;
    const begin = Date.now();
    try {
      await play();
      this.passed++;
      console.log(`ok      ${name} (${Math.round((Date.now() - begin) / 1000)} s)`);
    } catch (failure) {
      this.failed++;
      console.log(`FAILED  ${name}: ${failure.stack}`);
      await Promise.all(this.#windows().map((window) => window?.shoot('failed').catch(() => {})));
    }
  }
}

/** Alex asks with a command, reviews and confirms; gives the id of the request. `look` sees each step: its name, and its card where that is of use. */
export async function askRestore(alex, source, onto, look = async () => {}) {
  const review = await reviewRestore(alex, source, onto, look);
  await review.click('Submit');
  const requested = async () => (await alex.count('R-', onto, 'Awaiting approval')) > 0;
  const asksAgain = async () => (await alex.count(onto, NOT_CONFIRMED)) > 0;
  await until('an answer to Submit', ANSWER_WITHIN, async () => (await requested()) || (await asksAgain()));
  if (!(await requested())) {
    // On a slow machine the window draws the card once more after the name was typed, and loses it. A person types it again.
    await review.type(CONFIRM, onto);
    await review.click('Submit');
  }
  const request = await alex.card('R-', onto, 'Awaiting approval');
  await look('request');
  return idIn(request);
}

/** The same up to the confirmed review, which waits for its Submit. */
export async function reviewRestore(alex, source, onto, look = async () => {}) {
  await alex.go(PERSONAL);
  await alex.say(`restore ${source} to ${onto} at 2 hours ago`);
  const form = await alex.card('this environment will be overwritten');
  await form.type('Reason', 'Data for the regression test');
  await look('form');
  await form.click('Review');
  const review = await alex.card(CONFIRM, onto);
  await look('review', review);
  await review.type(CONFIRM, onto);
  return review;
}

export async function idIn(card) {
  return /R-\d+/.exec(await card.text())[0];
}
