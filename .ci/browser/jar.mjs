// Finds what the build made.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

/** The name of the jar in a folder. */
export function jarIn(folder) {
  const jar = readdirSync(folder).find((file) => /^holdfast-.*\.jar$/.test(file));
  assert.ok(jar, `no jar in ${folder}: build first`);
  return jar;
}
