// Does to a jar what deploy/Dockerfile does, without Docker, and runs the result as a cluster would: another user, a folder that can't be
// written, a management port. Then a rollout: SIGTERM under load while a restore runs, and a second version that takes over.
//   node check.mjs JAR JAVA    the java of version 25; PostgreSQL comes from the jar that the tests use
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../browser/holdfast.mjs';
import { until } from '../browser/until.mjs';
import { postgres } from './postgres.mjs';
import { Teams, deliver, person } from './teams.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dockerfile = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8');
const USER = Number(/^USER (\d+)$/m.exec(dockerfile)[1]);
const isRoot = process.getuid() === 0;
const as = isRoot ? ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', '--no-new-privs'] : ['env'];
const [jar, java] = process.argv.slice(2).map((path) => resolve(path));
const work = mkdtempSync(join(tmpdir(), 'holdfast-image-'));
chmodSync(work, 0o755);
const children = [];
const started = Date.now();

const say = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

function run(command, words, options = {}) {
  const ended = spawnSync(command, words, { encoding: 'utf8', ...options, env: { ...process.env, JAVA: java, ...options.env } });
  assert.equal(ended.status, 0, `${command} ${words.join(' ')}: ${ended.error ?? ''}${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

/** What the Dockerfile copies and runs, in its order; returns the folder that is /holdfast in the image. */
function image(name, ofJar) {
  const folder = join(work, name);
  const layers = join(work, `${name}-layers`);
  run('bash', [join(root, 'deploy/image/build.sh'), 'layers', ofJar, layers]);
  mkdirSync(folder);
  cpSync(join(root, 'deploy/health-check.sh'), join(folder, 'health-check.sh'));
  cpSync(join(root, 'deploy/image'), join(folder, 'image'), { recursive: true });
  for (const layer of ['dependencies', 'snapshot-dependencies', 'application']) {
    run('cp', ['-a', `${layers}/${layer}/.`, folder]);
  }
  run('bash', [join(folder, 'image/build.sh'), 'cache', folder]);
  run('chmod', ['-R', 'a+rX,a-w', folder]);
  return folder;
}

/** The same jar as another version of Holdfast. */
function versioned(version) {
  const folder = mkdtempSync(join(work, 'version-'));
  const info = 'META-INF/build-info.properties';
  const copy = join(folder, 'holdfast.jar');
  cpSync(jar, copy);
  run('unzip', ['-q', copy, info, '-d', folder]);
  writeFileSync(join(folder, info), readFileSync(join(folder, info), 'utf8').replace(/^build\.version=.*$/m, `build.version=${version}`));
  run(join(dirname(java), 'jar'), ['-u', '-f', copy, '-C', folder, info]);
  return copy;
}

/** The image's entry point, with a gibibyte of memory; it doesn't start if its cache doesn't fit. */
function launch(folder, words, options = {}) {
  const [command, ...rest] = [...as, java, '-XX:MaxRAM=1g', `-XX:AOTCache=${folder}/holdfast.aot`, '-XX:AOTMode=on', '-jar', `${folder}/holdfast.jar`, ...words];
  const env = { PATH: process.env.PATH, JDK_JAVA_OPTIONS: `@${folder}/image/small.options`, ...options.env };
  const log = openSync(join(work, `${options.name}.log`), 'a');
  const child = spawn(command, rest, { cwd: options.cwd ?? folder, env, stdio: ['ignore', log, log] });
  children.push(child);
  return child;
}

class Replica {
  constructor(name, folder, variables, [port, managementPort]) {
    this.port = port;
    this.folder = folder;
    this.variables = {
      ...variables,
      SERVER_PORT: String(port),
      MANAGEMENT_SERVER_PORT: String(managementPort),
      MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
      MANAGEMENT_SERVER_BASEPATH: '/manage',
    };
    this.child = launch(folder, [], { name, env: this.variables });
    this.name = name;
  }

  /** As Docker asks it. */
  isHealthy() {
    const env = { PATH: process.env.PATH, ...this.variables };
    return spawnSync('bash', [join(this.folder, 'health-check.sh')], { env }).status === 0;
  }

  async ready() {
    const begun = Date.now();
    await until(`${this.name} to be healthy`, 180_000, () => {
      assert.equal(this.child.exitCode, null, `${this.name} ended by itself`);
      return this.isHealthy();
    });
    say(`${this.name}: healthy ${((Date.now() - begun) / 1000).toFixed(1)} s later, as user ${this.#status('Uid')}, ${Math.round(parseInt(this.#status('VmRSS'), 10) / 1024)} MB resident`);
  }

  #status(name) {
    return new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1];
  }
}

/** Questions at a steady rate, each from somebody else, who tries again as Teams and a proxy do until one replica takes it. */
class Load {
  statuses = new Map();
  asked = [];
  #ends = false;

  constructor(teams, replicas) {
    this.work = this.#run(teams, replicas);
  }

  async #run(teams, replicas) {
    const turns = [];
    for (let n = 1; !this.#ends; n++) {
      const who = person(`Asker-${n}`, 1000 + n);
      this.asked.push(who);
      turns.push(this.#ask(teams.says(who, 'help'), replicas));
      await new Promise((later) => setTimeout(later, 100));
    }
    await Promise.all(turns);
  }

  async #ask(activity, replicas) {
    for (let n = 0; ; n++) {
      const status = await deliver(replicas()[n % replicas().length].port, activity).catch(() => 0);
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status !== 0) {
        return;
      }
      await new Promise((later) => setTimeout(later, 200));
    }
  }

  async end() {
    this.#ends = true;
    await this.work;
  }
}

/** Answers 200 where a person waits for it. */
async function takes(replica, activity, message) {
  assert.ok([200, 202].includes(await deliver(replica.port, activity, message)), `${replica.name} took ${activity.type}`);
}

async function rollout() {
  const first = image('first', jar);
  say(`the image's folder, with a cache of ${Math.round(statSync(`${first}/holdfast.aot`).size / 2 ** 20)} MB`);
  const second = image('second', versioned('99.0.0'));
  const [simulatorPort, database, ...ports] = await freePorts(7);
  children.push(await postgres(join(work, 'postgres'), database));
  say('a second version, and PostgreSQL');

  const tenant = join(work, 'tenant');
  mkdirSync(tenant);
  if (isRoot) {
    chownSync(tenant, USER, USER);
  }
  const demo = { SPRING_PROFILES_ACTIVE: 'local', HOLDFAST_LOCAL_WINDOWS: 'false', HOLDFAST_SIMULATOR_PORT: String(simulatorPort) };
  // Only its simulator is of use; two hours of it are a minute.
  launch(first, ['--holdfast.simulator.speed=120', `--server.port=${ports[4]}`], { name: 'tenant', env: demo, cwd: tenant });
  const orders = async () => (await (await fetch(`http://127.0.0.1:${simulatorPort}/simulator/record`)).json()).orders;
  await until('the simulated tenant', 180_000, () => orders().catch(() => undefined));

  const alex = person('Alex Wilber', 20);
  const megan = person('Megan Bowen', 21);
  const variables = {
    ...demo,
    HOLDFAST_SIMULATOR_ENABLED: 'false',
    SPRING_DATASOURCE_URL: `jdbc:postgresql://127.0.0.1:${database}/postgres`,
    SPRING_DATASOURCE_USERNAME: 'holdfast',
    HOLDFAST_POLICY_0_ENVIRONMENTS: '*',
    HOLDFAST_POLICY_0_APPROVERS: megan.entra,
    HOLDFAST_POLICY_0_SAFETYBACKUP: 'none',
  };
  const teams = await new Teams().start();
  const replicas = [new Replica('first', first, variables, ports.slice(0, 2))];
  const [one] = replicas;
  await one.ready();
  if (isRoot) {
    assert.match(readFileSync(`/proc/${one.child.pid}/status`, 'utf8'), new RegExp(`^Uid:\\s*${USER}\\s`, 'm'));
  }
  assert.notEqual(await status(one.port, '/actuator/health/readiness'), 200, "health isn't on the bot's port");

  for (const who of [alex, megan]) {
    await takes(one, teams.installs(who));
  }
  await takes(one, teams.says(alex, 'restore Contoso UAT to Contoso Dev at yesterday 18:00'));
  const form = await teams.offers(alex, 'restore.review');
  await takes(one, teams.clicks(alex, form, 'restore.review', { reason: 'fresh data' }), form);
  const review = await teams.offers(alex, 'restore.submit');
  await takes(one, teams.clicks(alex, review, 'restore.submit', { confirm: 'Contoso Dev' }), review);
  const approval = await teams.offers(megan, 'request.approve');
  await takes(one, teams.clicks(megan, approval, 'request.approve'), approval);
  await until('the restore to be ordered', 60_000, async () => (await orders()).some(({ kind }) => kind === 'restore'));
  say('a restore runs');

  const load = new Load(teams, () => replicas);
  await until('turns', 10_000, () => load.asked.length >= 20);
  one.child.kill('SIGTERM');
  const told = Date.now();
  replicas.push(new Replica('second', second, variables, ports.slice(2, 4)));
  const [code, signal] = await until('the first replica to end', 40_000, () => one.child.exitCode !== null && [one.child.exitCode, one.child.signalCode]);
  say(`SIGTERM under load: ended with ${code ?? signal} after ${((Date.now() - told) / 1000).toFixed(1)} s`);
  assert.equal(code, 143);
  assert.ok(!teams.told(alex, 'Contoso Dev is restored'), 'the restore outlived the first replica');
  await replicas[1].ready();
  await until('more turns', 20_000, () => load.asked.length >= 60);
  await load.end();
  const failures = [...load.statuses.keys()].filter((each) => each !== 0 && each !== 200);
  assert.deepEqual(failures, [], `refused, and asked again: ${load.statuses.get(0) ?? 0}`);
  await until('an answer to each question', 60_000, () => load.asked.every(({ chat }) => teams.messages.some(({ conversation }) => conversation === chat)));
  say(`${load.asked.length} questions under load, each taken with 200 and answered; no connection for ${load.statuses.get(0) ?? 0} tries`);
  await until('the news of the restore', 120_000, () => teams.told(alex, 'Contoso Dev is restored'));
  const kinds = (await orders()).map(({ kind }) => kind).filter((kind) => kind !== 'validation');
  assert.deepEqual(kinds, ['restore']);
  say(`version ${run(java, ['-jar', `${second}/holdfast.jar`, '--version']).trim()} took over: restored once, and told`);
  const last = replicas[1].child;
  last.kill('SIGTERM');
  await until('the second replica to end', 40_000, () => last.exitCode !== null);
  assert.equal(last.exitCode, 143);
  teams.stop();
}

async function status(port, path) {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

let failure;
try {
  await rollout();
} catch (error) {
  failure = error;
  for (const name of ['tenant', 'first', 'second']) {
    try {
      console.log(`-- ${name}\n${readFileSync(join(work, `${name}.log`), 'utf8').split('\n').slice(-60).join('\n')}`);
    } catch {
      // It didn't get that far.
    }
  }
} finally {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(work, { recursive: true, force: true });
}
if (failure) {
  console.error(failure);
  process.exit(1);
}
