// A person in front of one Agents Playground window: types, reads cards, fills them in, clicks.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

// Nothing outside this machine is asked for: a closed network would make every start slow.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
const PATIENCE = 60_000;
const MESSAGE_BOX = '[contenteditable=true][role=textbox]';
// The frame of a card that was sent; a card shown by Action.ShowCard lies inside it.
const CARD = '.ac-preview-panel';

export const PERSONAL = 'Personal Chat';
export const GROUP = 'Release night';

/** The name of a channel in the list of conversations. */
export const channel = (name) => `Finance operations - ${name}`;

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

export class Window {
  #conversation = PERSONAL;
  #shots = 0;

  constructor(page, name, directory) {
    Object.assign(this, { page, name, directory });
    page.setDefaultTimeout(PATIENCE);
  }

  /** Opens the window of a person, wide enough to show the list of conversations; screenshots go to `directory` under the person's name. */
  static async open(browser, url, { name, directory, width = 1280, height = 1000 }) {
    mkdirSync(directory, { recursive: true });
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
    const window = new Window(await context.newPage(), name, directory);
    await window.page.goto(url);
    await window.page.locator(MESSAGE_BOX).first().waitFor();
    await window.#closeLog();
    return window;
  }

  /** The log of calls takes a quarter of the width and is of no use here. A warning opens it again. */
  async #closeLog() {
    const log = this.page.getByText('Log Panel', { exact: true });
    await log.waitFor();
    await this.page.getByText('Connected.', { exact: true }).first().waitFor();
    await this.page.getByTitle('Toggle Log Panel').click();
    await log.waitFor({ state: 'detached' });
  }

  /** Goes to a conversation of the list on the left: PERSONAL, GROUP or channel('Approvals'). */
  async go(conversation) {
    await this.page.getByRole('treeitem', { name: conversation, exact: true }).click();
    await this.page.locator(MESSAGE_BOX).first().waitFor();
    this.#conversation = conversation;
  }

  /** Says something where the person is; outside the personal chat the bot is mentioned, or it would not hear. */
  async say(text) {
    const inChannel = this.#conversation.startsWith('Finance operations');
    await this.page.locator(MESSAGE_BOX).first().click();
    if (this.#conversation !== PERSONAL) {
      await this.page.keyboard.type('@Holdfast');
      await this.page.getByRole('menuitem', { name: 'Holdfast' }).click();
      await this.page.keyboard.type(' ');
    }
    await this.page.keyboard.type(text);
    if (inChannel) {
      await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    } else {
      await this.page.keyboard.press('Enter');
    }
  }

  /** Says several things in a chat as fast as the keyboard allows, without waiting for answers. */
  async sayAtOnce(...texts) {
    await this.page.locator(MESSAGE_BOX).first().click();
    for (const text of texts) {
      await this.page.keyboard.insertText(text);
      await this.page.keyboard.press('Enter');
    }
  }

  /** How many messages of the bot stand in the chat, cards or text. */
  answers() {
    return this.page.getByLabel('Message author').filter({ hasText: 'Holdfast' }).count();
  }

  /** The newest card that shows all these texts, or the newest of all; waits until there is one. */
  async card(...texts) {
    let cards = this.page.locator(CARD);
    for (const text of texts) {
      cards = cards.filter({ hasText: text });
    }
    // A chat grows downwards, a channel has its newest post on top.
    const card = this.#conversation.startsWith('Finance operations') ? cards.first() : cards.last();
    await card.waitFor();
    return new Card(this.page, card);
  }

  /**
   * Lets the clicks in `action` come from another member of the conversation, as if that person sat here:
   * a Playground has only one person in front of it, but all six are in its team and group chat.
   */
  async as(userId, action) {
    const clicks = '**/_conversation/v1/invoke';
    await this.page.route(clicks, (route) => {
      const click = route.request().postDataJSON();
      return route.continue({ postData: { ...click, from: { id: userId } } });
    });
    try {
      return await action();
    } finally {
      await this.page.unroute(clicks);
    }
  }

  /** How many cards show all these texts. */
  count(...texts) {
    return texts.reduce((cards, text) => cards.filter({ hasText: text }), this.page.locator(CARD)).count();
  }

  /** Waits until the text stands anywhere in the conversation. */
  async reads(text, millis = PATIENCE) {
    await this.page.getByText(text).last().waitFor({ timeout: millis });
  }

  /**
   * What the Playground finds fault with in a card: an element or property that it does not know. Its log also names each card that refreshes itself ("User specific view"), which Teams
   * supports; how many of these rows the page holds depends on where its list is scrolled to, so they say nothing of the card in question.
   */
  async warnings() {
    const texts = await this.page.getByText(/is not supported yet/).allInnerTexts();
    return texts.filter((text) => !text.startsWith('User specific view'));
  }

  /** A picture of the whole window, numbered in the order in which they were taken. */
  async shoot(what) {
    const number = String(++this.#shots).padStart(2, '0');
    await this.page.screenshot({ path: join(this.directory, `${this.name}-${number}-${what}.png`) });
  }

  close() {
    return this.page.context().close();
  }
}

export class Card {
  constructor(page, locator) {
    Object.assign(this, { page, locator });
  }

  /** Types into a text input by its label. */
  async type(label, text) {
    await this.locator.getByRole('textbox', { name: label }).fill(text);
  }

  /** Types a date or a time, as the Playground spells it, over the one that is there. */
  async enter(label, text) {
    await this.locator.getByRole('combobox', { name: label }).fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  /** Chooses from a drop-down, with or without a filter, by its label. */
  async choose(label, option) {
    const input = this.locator.getByRole('combobox', { name: label });
    await input.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Chooses among radio buttons or ticks a box. */
  async tick(label) {
    await this.locator.getByLabel(label, { exact: true }).check();
  }

  async untick(label) {
    await this.locator.getByLabel(label, { exact: true }).uncheck();
  }

  async click(button) {
    await this.locator.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the card, or the bar below it that answers a click, shows the text. */
  async shows(text, millis = PATIENCE) {
    await this.#message().getByText(text).first().waitFor({ timeout: millis });
  }

  async text() {
    return this.#message().innerText();
  }

  /** Waits until it doesn't show the text anymore. */
  async lacks(text) {
    await this.#message().getByText(text).first().waitFor({ state: 'detached' });
  }

  /** The whole name of the button whose name fits the pattern. */
  button(pattern) {
    return this.locator.getByRole('button', { name: pattern }).innerText();
  }

  has(button) {
    return this.locator.getByRole('button', { name: button, exact: true }).isVisible();
  }

  /** Scrolls to its beginning and what stands right above it, for a picture of the window. */
  async look() {
    await this.locator.evaluate((card) => {
      card.style.scrollMarginTop = '140px';
      card.scrollIntoView({ block: 'start' });
    });
  }

  /** A picture of the card alone. */
  async shoot(file) {
    await this.locator.screenshot({ path: file });
  }

  /** The card together with the bar below it. */
  #message() {
    return this.locator.locator('xpath=..');
  }
}
