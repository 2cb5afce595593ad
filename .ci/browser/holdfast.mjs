// Runs the packaged Holdfast as a person would on one machine: the local profile, in a folder and on ports of its own.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { until } from './until.mjs';

const READY = 'Ctrl-C ends Holdfast';
const START_WITHIN = 180_000;

/** As many free ports, all different. */
export async function freePorts(count) {
  const servers = [];
  for (let i = 0; i < count; i++) {
    const server = createServer().listen(0);
    await once(server, 'listening');
    servers.push(server);
  }
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** The ports of the local profile, as the README has them. */
const README_PORTS = { http: 3978, simulator: 3979, requester: 56150, approver: 56151 };

export class Holdfast {
  #child;
  #output = '';

  constructor({ jar, directory, log, java = 'java', settings = {}, ports }) {
    Object.assign(this, { jar, directory, log, java, settings, ports });
  }

  /** Prepares one with free ports; `directory` keeps its database, `log` what it said over all its starts. */
  static async prepare(options) {
    const [http, simulator, requester, approver, secondApprover] = await freePorts(5);
    mkdirSync(options.directory, { recursive: true });
    return new Holdfast({ ...options, ports: { http, simulator, requester, approver, secondApprover } });
  }

  /** One that somebody else has started, word for word as the README says, and will end. */
  static running() {
    return new Holdfast({ ports: README_PORTS });
  }

  get requesterUrl() {
    return `http://localhost:${this.ports.requester}`;
  }

  get approverUrl() {
    return `http://localhost:${this.ports.approver}`;
  }

  /** There only with the setting `holdfast.local.second-approver-port`. */
  get secondApproverUrl() {
    return `http://localhost:${this.ports.secondApprover}`;
  }

  /** Starts, or starts again, and returns when both chat windows are there; one that runs already is left as it is. */
  async start() {
    if (!this.jar) {
      return this;
    }
    const settings = {
      'spring.profiles.active': 'local',
      'server.port': this.ports.http,
      'holdfast.simulator.port': this.ports.simulator,
      'holdfast.local.requester-port': this.ports.requester,
      'holdfast.local.approver-port': this.ports.approver,
      ...this.settings,
    };
    const words = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    this.#output = '';
    const child = spawn(this.java, ['-jar', this.jar, ...words], { cwd: this.directory });
    this.#child = child;
    const log = createWriteStream(this.log, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        log.write(chunk);
        this.#output += chunk;
      });
    }
    await until(`Holdfast to say "${READY}"`, START_WITHIN, () => {
      if (child.exitCode !== null) {
        throw new Error(`Holdfast ended with ${child.exitCode} before it was ready; see ${this.log}`);
      }
      return this.#output.includes(READY);
    });
    return this;
  }

  /** What it has printed since its last start. */
  get output() {
    return this.#output;
  }

  /** As Ctrl-C would: everything that it started ends with it. */
  stop() {
    return this.#end('SIGTERM');
  }

  /** As a crash would: it gets no chance to say or store anything. */
  kill() {
    return this.#end('SIGKILL');
  }

  async #end(signal) {
    if (this.#child && this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill(signal);
      await ended;
    }
  }

  /** The simulator's own account of the orders that reached it, oldest first. */
  async orders() {
    return (await this.simulator('record')).orders;
  }

  /** All that the simulator remembers. */
  state() {
    return this.simulator('state');
  }

  async simulator(path, body) {
    const answer = await fetch(`http://127.0.0.1:${this.ports.simulator}/simulator/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`The simulator answered ${answer.status} to ${path}: ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }
}
