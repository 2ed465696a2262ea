/**
 * Runs every case file against a built package and exits 1 at the first case that fails: the judge of
 * tools/mutation.mjs. Usage: node run-cases.mjs [folder of the built package] [the case files as JSON]
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)));
const readAll = async () => {
  const { readCaseFiles, readReviewCases } = await import('./read-case-files.mjs');
  return { files: readCaseFiles(), reviews: readReviewCases() };
};
const { files, reviews } = process.argv[3]
  ? JSON.parse(readFileSync(process.argv[3], 'utf8'))
  : await readAll();
const { createCompliance, recordingDuty } = await import(pathToFileURL(join(dist, 'index.js')).href);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const over = (defaults, own) => {
  if (!isObject(defaults) || !isObject(own)) return own === undefined ? defaults : own;
  const merged = { ...defaults };
  for (const [key, value] of Object.entries(own))
    if (value === null) delete merged[key];
    else merged[key] = over(defaults[key], value);
  return merged;
};
const toEpoch = (value, key = '') => {
  if (typeof value === 'string' && /^(at|.*At)$/.test(key)) return Date.parse(value);
  if (Array.isArray(value)) return value.map((item) => toEpoch(item));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toEpoch(item, name)]))
    : value;
};

/** Do-not-call lists of a case name their numbers; the module asks a set. */
const optionsOf = ({ lists, ...options } = {}) => ({
  ...options,
  ...(lists && {
    lists: lists.map((list) => ({
      ...list,
      numbers: { ...list.numbers, has: (phone) => list.numbers.phones.includes(phone) },
    })),
  }),
});
const modules = new Map();
const moduleFor = (options) => {
  const key = JSON.stringify(options ?? {});
  if (!modules.has(key)) modules.set(key, createCompliance(optionsOf(options)));
  return modules.get(key);
};
const fail = (file, name) => {
  process.stdout.write(`${file}: ${name}\n`);
  process.exit(1);
};
for (const [name, file] of files) {
  for (const entry of file.cases) {
    const request = toEpoch(over(file.defaults ?? {}, entry.request));
    const compliance = moduleFor(entry.options);
    const decision = compliance.evaluate(request);
    const rules = decision.refusals.map((refusal) => refusal.rule);
    if (decision.allowed !== entry.expect.allowed) fail(name, entry.name);
    if (!decision.allowed && !entry.expect.rules.every((rule) => rules.includes(rule)))
      fail(name, entry.name);
    if (entry.expect.without?.some((rule) => rules.includes(rule))) fail(name, entry.name);
    if (
      entry.expect.says?.some(
        (words) => !decision.refusals.some((refusal) => refusal.message.includes(words)),
      )
    )
      fail(name, entry.name);
    const next = entry.expect.nextAllowedAt ? Date.parse(entry.expect.nextAllowedAt) : null;
    if (!decision.allowed && decision.nextAllowedAt !== next) fail(name, entry.name);
    if (entry.expect.scope && decision.refusals[0].scope !== entry.expect.scope) fail(name, entry.name);
    if (!decision.allowed && next !== null && compliance.evaluate({ ...request, at: next - 1 }).allowed)
      fail(name, entry.name);
  }
}

/** True where everything in `expected` is in `found`; lists are compared by length and member. */
const holds = (found, expected) => {
  if (Array.isArray(expected))
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, index) => holds(found[index], item))
    );
  if (!isObject(expected)) return found === expected;
  return isObject(found) && Object.keys(expected).every((key) => holds(found[key], expected[key]));
};
const errorOf = (options) => {
  try {
    createCompliance(options);
    return '';
  } catch (error) {
    return String(error);
  }
};
for (const entry of reviews.cases) {
  const { expect } = entry;
  if (expect.error !== undefined) {
    if (!errorOf(entry.options).includes(expect.error)) fail('review-cases.yaml', entry.name);
    continue;
  }
  if (entry.recording) {
    const { jurisdictions, ...facts } = entry.recording;
    if (!holds(recordingDuty(jurisdictions, facts), expect)) fail('review-cases.yaml', entry.name);
    continue;
  }
  const campaign = toEpoch(over(reviews.defaults.campaign, entry.campaign));
  const flow = toEpoch(over(reviews.defaults.flow, entry.flow));
  const review = moduleFor(entry.options).reviewCampaign(campaign, flow);
  const found = review.findings.map(({ rule, severity }) => `${rule} ${severity}`);
  const named = (id) => review.findings.some(({ rule }) => rule === id);
  const says = (words) =>
    review.findings.some(({ message, remedy }) => `${message} ${remedy}`.includes(words));
  if (
    (expect.allowed !== undefined && review.allowed !== expect.allowed) ||
    expect.findings?.some((finding) => !found.includes(finding)) ||
    expect.without?.some(named) ||
    expect.says?.some((words) => !says(words)) ||
    expect.silent?.some(says) ||
    !holds(review.duties, expect.duties ?? {})
  )
    fail('review-cases.yaml', entry.name);
}
