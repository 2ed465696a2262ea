/** The shape of a flow, field by field: one table for each kind of node. */
import type { Flow, FlowNode, Prompt } from './flow.js';
import {
  type Check,
  type Field,
  integer,
  isRecord,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  optional,
  required,
  target,
  text,
  variableName,
} from './field-checks.js';
import { ownValue } from './own-value.js';
import { placeholderNames } from './placeholders.js';

/** Every field of a type but its tag, so that a field added to the type cannot be forgotten here. */
type FieldsOf<Type> = { readonly [Name in Exclude<keyof Type, 'kind'>]-?: Field };

const MOST_NODES = 500;
const MOST_DIGITS = 32;
const HOUR_MS = 3_600_000;

const name = text({ longest: 64 });
const waitMs = integer({ min: 100, max: 120_000, unit: 'milliseconds' });
const flag = oneOf([true, false]);
const DIGIT = /^[0-9*#]$/;

/** Text in which every `{name}` is a variable of the flow. */
const template: Check = (value, path, scope) => {
  text({ longest: 500 })(value, path, scope);
  if (typeof value !== 'string') return;
  for (const used of placeholderNames(value)) variableName(used, path, scope);
};

const digits: Check = (value, path, { problems }) => {
  if (
    typeof value === 'string' &&
    value.length <= MOST_DIGITS &&
    [...value].every((digit) => DIGIT.test(digit)) &&
    value !== ''
  )
    return;
  problems.push({
    path,
    value,
    message: 'is not a sequence of keys',
    remedy: `Write 1 to ${String(MOST_DIGITS)} of 0-9, * and #.`,
  });
};

const digit: Check = (value, path, { problems }) => {
  if (typeof value === 'string' && DIGIT.test(value)) return;
  problems.push({ path, value, message: 'is not a key', remedy: 'Write one of 0-9, * and #, in quotes.' });
};

const promptFields: FieldsOf<Prompt> = {
  media: required(listOf(template, { min: 1, max: 50 })),
  voice: required(oneOf(['prerecorded', 'artificial'])),
  says: optional(listOf(oneOf(['identification', 'opt-out-number', 'opt-out-key']), { min: 0, max: 3 })),
  transcript: optional(text({ longest: 5_000 })),
  maxMs: optional(integer({ min: 100, max: HOUR_MS, unit: 'milliseconds' })),
};
const prompt = objectOf(promptFields);

const nodeFields: { readonly [Kind in FlowNode['kind']]: FieldsOf<Extract<FlowNode, { kind: Kind }>> } = {
  play: { prompt: required(prompt), next: required(target) },
  gather: {
    prompt: optional(prompt),
    bargeIn: optional(flag),
    minDigits: optional(integer({ min: 1, max: MOST_DIGITS, unit: 'keys' })),
    maxDigits: optional(integer({ min: 1, max: MOST_DIGITS, unit: 'keys' })),
    finishOn: optional(oneOf(['#', '*'])),
    timeoutMs: required(waitMs),
    interDigitMs: optional(waitMs),
    attempts: optional(integer({ min: 1, max: 10, unit: 'askings' })),
    branches: required(mapOf(digits, target)),
    otherwise: optional(target),
    store: optional(variableName),
    noInputPrompt: optional(prompt),
    noMatchPrompt: optional(prompt),
    onNoInput: required(target),
    onNoMatch: required(target),
  },
  branch: {
    variable: required(variableName),
    cases: required(mapOf(() => undefined, target)),
    otherwise: required(target),
  },
  transfer: { skills: required(listOf(name, { min: 0, max: 20 })), onFailed: required(target) },
  'opt-out': { scope: required(oneOf(['number', 'person'])), next: required(target) },
  record: {
    maxMs: required(integer({ min: 1_000, max: HOUR_MS, unit: 'milliseconds' })),
    finishOn: required(oneOf(['none', 'any', '*', '#'])),
    store: optional(variableName),
    next: required(target),
  },
  'leave-message': {
    prompt: required(prompt),
    timeoutMs: required(waitMs),
    onNoBeep: optional(target),
    next: required(target),
  },
  disposition: { code: required(name), next: required(target) },
  variable: { name: required(variableName), value: required(template), next: required(target) },
  'hang-up': {},
};

const node: Check = (value, path, scope) => {
  const kind = isRecord(value) ? value['kind'] : undefined;
  const fields =
    typeof kind === 'string' ? ownValue<Readonly<Record<string, Field>>>(nodeFields, kind) : undefined;
  if (fields === undefined) {
    const kinds = Object.keys(nodeFields).join(', ');
    scope.problems.push({
      path: `${path}.kind`,
      value: kind,
      message: 'is not a kind of node',
      remedy: `Write one of ${kinds}.`,
    });
    return;
  }
  objectOf(fields, { tag: 'kind' })(value, path, scope);
};

const nodes: Check = (value, path, scope) => {
  mapOf(name, node)(value, path, scope);
  const count = isRecord(value) ? Object.keys(value).length : 1;
  if (count >= 1 && count <= MOST_NODES) return;
  scope.problems.push({
    path,
    value: count,
    message: 'holds no node, or too many',
    remedy: `Write 1 to ${String(MOST_NODES)} nodes.`,
  });
};

const startValue: Check = (value, path, { problems }) => {
  if (typeof value === 'string' && value.length <= 500) return;
  problems.push({
    path,
    value,
    message: 'is not a text',
    remedy: 'Write the value at the start as text of at most 500 characters; "" when there is none.',
  });
};

const optOutKeyFields: FieldsOf<NonNullable<Flow['optOutKey']>> = {
  digit: required(digit),
  to: required(target),
};

const flowFields: FieldsOf<Flow> = {
  id: required(name),
  telemarketing: optional(flag),
  start: required(target),
  nodes: required(nodes),
  variables: optional(mapOf(name, startValue)),
  optOutKey: optional(objectOf(optOutKeyFields)),
  stepBudget: optional(integer({ min: 1, max: 10_000, unit: 'nodes' })),
};

/** Checks the shape of a whole flow: kinds, fields, ranges, and that every name refers to something. */
export const flowShape: Check = objectOf(flowFields);
