// Checks an unpacked Teams app package: its manifest against Microsoft's schema of its version and against the rules that
// the schema doesn't express, its icons, and the files of its languages.
//   node check-manifest.mjs <folder of the package>
// With a file of cases, it also checks that the rules find what each case changes in the manifest.
//   node check-manifest.mjs <folder of the package> <cases.json>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { violations } from './manifest-rules.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

function schemaErrors(name, version, json) {
  const schema = read(new URL(`teams-${name}-${version}.schema.json`, import.meta.url));
  // The schemas call themselves draft-04 and use younger keywords, and not every pattern is one of Unicode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return validate(json) ? [] : validate.errors.map((error) => `${error.instancePath || '/'}: ${error.message}`);
}

/** What a key such as bots[0].commandLists[1].commands[2].title leads to in the manifest. */
function textAt(manifest, key) {
  return key
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((node, step) => node?.[step], manifest);
}

/** Each language has a file that fits its schema and translates only what the manifest has. */
function languageErrors(folder, manifest) {
  return (manifest.localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    let language;
    try {
      language = read(join(folder, file));
    } catch (error) {
      return [`localizationInfo: ${file} can't be read: ${error.message}`];
    }
    const strangers = Object.keys(language).filter((key) => key !== '$schema' && typeof textAt(manifest, key) !== 'string');
    return [
      ...schemaErrors('localization', manifest.manifestVersion, language).map((error) => `${file}: ${error}`),
      ...strangers.map((key) => `${file}: the manifest has no ${key}`),
      ...(JSON.stringify(language).includes('${') ? [`${file}: A placeholder isn't filled in.`] : []),
    ];
  });
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
  ...schemaErrors('manifest', manifest.manifestVersion, manifest),
  ...violations(manifest),
  ...iconErrors(folder, manifest.icons),
  ...languageErrors(folder, manifest),
  ...(cases ? caseErrors(manifest, read(cases)) : []),
];
if (errors.length > 0) {
  errors.forEach((error) => console.error(error));
  process.exit(1);
}
console.log(`${manifest.name.short} ${manifest.version}: Teams can take the package (schema ${manifest.manifestVersion}).`);
