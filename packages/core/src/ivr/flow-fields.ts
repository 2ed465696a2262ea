/** The shape of a flow, field by field: one table for each kind of node. */
import { LIMITS } from '../limits.js';
import { ANNOUNCEMENTS, FINISH_KEYS, PROMPT_VOICES, type Flow, type FlowNode, type Prompt } from './flow.js';
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
import { ownValue } from '../own-value.js';
import { placeholderNames } from './placeholders.js';

/** Every field of a type but its tag, so that a field added to the type cannot be forgotten here. */
type FieldsOf<Type> = { readonly [Name in Exclude<keyof Type, 'kind'>]-?: Field };

const name = text(LIMITS.flowName);
const waitMs = integer(LIMITS.flowWaitMs);
const flag = oneOf([true, false]);
const DIGIT = /^[0-9*#]$/;

/** Text in which every `{name}` is a variable of the flow. */
const template: Check = (value, path, scope) => {
  text({ ...LIMITS.variableValue, min: 1 })(value, path, scope);
  if (typeof value !== 'string') return;
  for (const used of placeholderNames(value)) variableName(used, path, scope);
};

/** A name of media in which no variable stands. */
const plain: Check = (value, path, scope) => {
  text({ ...LIMITS.variableValue, min: 1 })(value, path, scope);
  if (typeof value !== 'string' || placeholderNames(value).length === 0) return;
  scope.problems.push({
    path,
    value,
    message: 'depends on a variable',
    remedy: 'Write a name without braces: it is played when a variable cannot be used.',
  });
};

const digits: Check = (value, path, { problems }) => {
  if (
    typeof value === 'string' &&
    value.length <= LIMITS.keyPresses.max &&
    [...value].every((digit) => DIGIT.test(digit)) &&
    value !== ''
  )
    return;
  problems.push({
    path,
    value,
    message: 'is not a sequence of keys',
    remedy: `Write 1 to ${String(LIMITS.keyPresses.max)} of 0-9, * and #.`,
  });
};

const digit: Check = (value, path, { problems }) => {
  if (typeof value === 'string' && DIGIT.test(value)) return;
  problems.push({ path, value, message: 'is not a key', remedy: 'Write one of 0-9, * and #, in quotes.' });
};

const promptFields: FieldsOf<Prompt> = {
  media: required(listOf(template, LIMITS.promptMedia)),
  fallback: optional(listOf(plain, LIMITS.promptMedia)),
  voice: required(oneOf(PROMPT_VOICES)),
  says: optional(listOf(oneOf(ANNOUNCEMENTS), LIMITS.promptTopics)),
  transcript: optional(text(LIMITS.transcript)),
  maxMs: optional(integer(LIMITS.promptMs)),
};
const promptShape = objectOf(promptFields);

/** A prompt: where its media depends on a variable, it says what is played when the value cannot be used. */
const prompt: Check = (value, path, scope) => {
  promptShape(value, path, scope);
  if (!isRecord(value) || !Array.isArray(value['media']) || value['fallback'] !== undefined) return;
  const texts = value['media'].filter((each) => typeof each === 'string');
  const [variable] = texts.flatMap(placeholderNames);
  if (variable === undefined) return;
  scope.problems.push({
    path: `${path}.fallback`,
    value: undefined,
    message: 'is missing',
    remedy:
      `Name the audio that is played when {${variable}} is empty or holds other characters than letters, ` +
      'digits, - and _. It must say what the law asks of this prompt.',
  });
};

const nodeFields: { readonly [Kind in FlowNode['kind']]: FieldsOf<Extract<FlowNode, { kind: Kind }>> } = {
  play: { prompt: required(prompt), next: required(target) },
  gather: {
    prompt: optional(prompt),
    bargeIn: optional(flag),
    minDigits: optional(integer(LIMITS.keyPresses)),
    maxDigits: optional(integer(LIMITS.keyPresses)),
    finishOn: optional(oneOf(['#', '*'])),
    timeoutMs: required(waitMs),
    interDigitMs: optional(waitMs),
    attempts: optional(integer(LIMITS.timesAsked)),
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
  transfer: { skills: required(listOf(name, LIMITS.transferSkills)), onFailed: required(target) },
  'opt-out': { scope: required(oneOf(['number', 'person'])), next: required(target) },
  record: {
    maxMs: required(integer(LIMITS.recordingMs)),
    finishOn: required(oneOf(FINISH_KEYS)),
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
  const { min, max } = LIMITS.flowNodes;
  if (count >= min && count <= max) return;
  scope.problems.push({
    path,
    value: count,
    message: 'holds no node, or too many',
    remedy: `Write ${String(min)} to ${String(max)} nodes.`,
  });
};

const startValue: Check = (value, path, { problems }) => {
  if (typeof value === 'string' && value.length <= LIMITS.variableValue.max) return;
  problems.push({
    path,
    value,
    message: 'is not a text',
    remedy:
      `Write the value at the start as text of at most ${String(LIMITS.variableValue.max)} characters; ` +
      '"" when there is none.',
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
  stepBudget: optional(integer(LIMITS.flowSteps)),
};

/** Checks the shape of a whole flow: kinds, fields, ranges, and that every name refers to something. */
export const flowShape: Check = objectOf(flowFields);
