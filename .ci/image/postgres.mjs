// PostgreSQL from the jar that the tests use, without Docker.
import { spawnSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { until } from '../browser/until.mjs';

// It refuses to run as root; the library that the tests use starts it like this too.
const as = process.getuid() === 0 ? ['unshare', '-U'] : ['env'];

function run(command, words, options = {}) {
  const ended = spawnSync(command, words, { encoding: 'utf8', ...options });
  if (ended.status !== 0) {
    throw new Error(`${command} ${words.join(' ')}: ${ended.error ?? ended.stderr}`);
  }
}

/** Starts an empty one below the folder, and returns its process. */
export async function postgres(folder, port) {
  const machine = process.arch === 'arm64' ? 'arm64v8' : 'amd64';
  const versions = join(homedir(), `.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-${machine}`);
  const jars = readdirSync(versions, { recursive: true }).filter((name) => name.endsWith('.jar')).sort();
  mkdirSync(folder);
  run('bash', ['-c', `unzip -p "$1" '*.txz' | tar -xJ -C "$2"`, 'bash', join(versions, jars.at(-1)), folder]);
  const program = (name) => [...as, join(folder, 'bin', name)];
  const [initdb, ...words] = program('initdb');
  run(initdb, [...words, '-D', join(folder, 'data'), '-U', 'holdfast', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { cwd: folder });
  const [server, ...rest] = program('postgres');
  const child = spawn(server, [...rest, '-D', join(folder, 'data'), '-p', port, '-k', folder, '-c', 'listen_addresses=127.0.0.1'], { cwd: folder });
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  await until('PostgreSQL', 60_000, () => log.includes('ready to accept connections'));
  return child;
}
