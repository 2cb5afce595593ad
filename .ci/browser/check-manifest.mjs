// Checks the manifest of a Teams app package against Microsoft's schema of its version.
//   node check-manifest.mjs <manifest.json>
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const [file] = process.argv.slice(2);
const manifest = read(file);
const schema = read(new URL(`teams-manifest-${manifest.manifestVersion}.schema.json`, import.meta.url));
// The schema is not strict JSON Schema: it calls itself draft-04 and uses younger words.
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
if (!validate(manifest)) {
  for (const error of validate.errors) {
    console.error(`${error.instancePath || '/'}: ${error.message}`);
  }
  process.exit(1);
}
console.log(`${manifest.name.short} ${manifest.version}: the manifest fits schema ${manifest.manifestVersion}.`);
