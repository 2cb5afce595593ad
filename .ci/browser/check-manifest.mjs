// Checks an unpacked Teams app package: its manifest against Microsoft's schema of its version and against the rules that
// the schema doesn't express, and its icons.
//   node check-manifest.mjs <folder of the package>
// With a file of cases, it also checks that the rules find what each case changes in the manifest.
//   node check-manifest.mjs <folder of the package> <cases.json>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { violations } from './manifest-rules.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

function schemaErrors(manifest) {
  const schema = read(new URL(`teams-manifest-${manifest.manifestVersion}.schema.json`, import.meta.url));
  // The schema calls itself draft-04 and uses younger keywords.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return validate(manifest) ? [] : validate.errors.map((error) => `${error.instancePath || '/'}: ${error.message}`);
}

/** A PNG of the size that Teams requires, at the path that the manifest names. */
function iconErrors(folder, icons) {
  return Object.entries({ color: 192, outline: 32 }).flatMap(([name, size]) => {
    let png;
    try {
      png = readFileSync(join(folder, icons[name]));
    } catch {
      return [`icons.${name}: there is no file ${icons[name]} in the package`];
    }
    const isPng = png.length > 24 && png.subarray(1, 4).toString('latin1') === 'PNG';
    const fits = isPng && png.readUInt32BE(16) === size && png.readUInt32BE(20) === size;
    return fits ? [] : [`icons.${name}: ${icons[name]} must be a PNG of ${size} by ${size} pixels`];
  });
}

function setAt(manifest, pointer, value) {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((node, step) => node[step], manifest);
  if (value === null) {
    delete parent[last];
  } else {
    parent[last] = value;
  }
}

function caseErrors(manifest, cases) {
  return cases.flatMap(({ name, set, violations: expected }) => {
    const changed = structuredClone(manifest);
    Object.entries(set).forEach(([pointer, value]) => setAt(changed, pointer, value));
    const found = violations(changed);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`${name}: found ${JSON.stringify(found)}`];
  });
}

const [folder, cases] = process.argv.slice(2);
const manifest = read(join(folder, 'manifest.json'));
const errors = [
  ...schemaErrors(manifest),
  ...violations(manifest),
  ...iconErrors(folder, manifest.icons),
  ...(cases ? caseErrors(manifest, read(cases)) : []),
];
if (errors.length > 0) {
  errors.forEach((error) => console.error(error));
  process.exit(1);
}
console.log(`${manifest.name.short} ${manifest.version}: Teams can take the package (schema ${manifest.manifestVersion}).`);
