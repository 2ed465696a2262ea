/**
 * Compares what the adapter uses with the REST descriptions of an Asterisk version: a folder that holds
 * channels.json, events.json and so on, as an installation keeps them (rest-api) or a running server serves
 * them.
 *
 *   node tools/compare-descriptions.mjs <folder>
 *
 * Prints what that version lacks of it. The table in test/versions/versions.test.ts was made so.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { usedFields, usedOperations } from '../test/versions/used-names.mjs';

const [, , folder] = process.argv;
if (!folder) throw new Error('usage: compare-descriptions.mjs <folder of descriptions>');
const files = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'resources.json');
const described = await Promise.all(
  files.map(async (name) => [
    name.replace('.json', ''),
    JSON.parse(await readFile(join(folder, name), 'utf8')),
  ]),
);

const operations = new Map(
  described.flatMap(([resource, { apis }]) =>
    (apis ?? []).flatMap((api) =>
      api.operations.map((operation) => [
        `${resource}.${operation.nickname}`,
        new Set((operation.parameters ?? []).map((parameter) => parameter.name)),
      ]),
    ),
  ),
);
const models = Object.assign({}, ...described.map(([, { models: each }]) => each ?? {}));
const parents = new Map(
  Object.values(models).flatMap((model) => (model.subTypes ?? []).map((child) => [child, model.id])),
);
const hasField = (model, field) =>
  model !== undefined &&
  (model.properties?.[field] !== undefined || hasField(models[parents.get(model.id)], field));

const lacks = [
  ...Object.entries(usedOperations).flatMap(([name, parameters]) =>
    operations.has(name)
      ? parameters
          .filter((parameter) => !operations.get(name).has(parameter))
          .map((parameter) => `${name}(${parameter})`)
      : [name],
  ),
  ...Object.entries(usedFields).flatMap(([name, fields]) =>
    models[name]
      ? fields.filter((field) => !hasField(models[name], field)).map((field) => `${name}.${field}`)
      : [name],
  ),
];
process.stdout.write(`${JSON.stringify(lacks)}\n`);
