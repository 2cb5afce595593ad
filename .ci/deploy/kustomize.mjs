// As much of Kustomize as deploy/kubernetes uses: resources, a namespace, images, files as ConfigMaps, and JSON patches with a
// target. What it doesn't know is an error. check.test.mjs compares it with kubectl, where there is one.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const KNOWN = ['apiVersion', 'kind', 'namespace', 'resources', 'configMapGenerator', 'generatorOptions', 'images', 'patches'];

/** All documents of a YAML file; one that isn't YAML is an error. */
export function documents(file) {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    if (document.errors.length > 0) {
      throw new Error(`${file}: ${document.errors[0].message}`);
    }
    return document.toJS();
  });
}

/** The objects that `kubectl apply -k folder` would send. */
export function build(folder) {
  const file = join(folder, 'kustomization.yaml');
  const [kustomization] = documents(file);
  const unknown = Object.keys(kustomization).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) {
    throw new Error(`${file}: ${unknown.join(', ')} isn't known here`);
  }
  const objects = [
    ...kustomization.resources.flatMap((path) => resources(file, path)),
    ...(kustomization.configMapGenerator ?? []).map((generator) => configMap(file, kustomization, generator)),
  ];
  objects.forEach((object) => {
    object.metadata.namespace = kustomization.namespace;
  });
  (kustomization.patches ?? []).forEach((patch) => apply(file, patch, objects));
  (kustomization.images ?? []).forEach((image) => rename(file, image, objects));
  return objects;
}

function existing(file, path) {
  const found = join(dirname(file), path);
  if (!existsSync(found)) {
    throw new Error(`${file}: there is no ${path}`);
  }
  return found;
}

function resources(file, path) {
  const found = existing(file, path);
  return path.endsWith('.yaml') ? documents(found) : build(found);
}

function configMap(file, { generatorOptions }, { name, files }) {
  if (generatorOptions?.disableNameSuffixHash !== true) {
    throw new Error(`${file}: names with a hash aren't known here`);
  }
  const data = Object.fromEntries(files.map((path) => [basename(path), readFileSync(existing(file, path), 'utf8')]));
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}

function apply(file, { path, target }, objects) {
  const targets = objects.filter(({ kind, metadata }) => kind === target.kind && metadata.name === target.name);
  if (targets.length !== 1) {
    throw new Error(`${file}: ${path} is for ${targets.length} objects ${target.kind} ${target.name}`);
  }
  documents(existing(file, path))[0].forEach((operation) => change(`${file}: ${path}`, operation, targets[0]));
}

function change(where, { op, path, value }, object) {
  const steps = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  const parent = steps.reduce((node, step) => node?.[step], object);
  const there = parent !== undefined && (last === '-' ? Array.isArray(parent) : op === 'add' || parent[last] !== undefined);
  if (!there || !['add', 'replace', 'remove'].includes(op)) {
    throw new Error(`${where}: nothing to ${op} at ${path}`);
  }
  if (op === 'remove') {
    delete parent[last];
  } else if (last === '-') {
    parent.push(value);
  } else {
    parent[last] = value;
  }
}

function rename(file, { name, newName, newTag }, objects) {
  const containers = objects.flatMap(({ spec }) => spec?.template?.spec?.containers ?? []).filter(({ image }) => image === name);
  if (containers.length === 0) {
    throw new Error(`${file}: nothing has the image ${name}`);
  }
  containers.forEach((container) => {
    container.image = `${newName}:${newTag}`;
  });
}
