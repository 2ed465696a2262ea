/** Small checks of untrusted JSON values, each reporting what is wrong, where, and what to write instead. */
import type { Limit, LimitUnit } from '../limits.js';

/** Units as a remedy names them, where the table is shorter. */
const UNIT_WORDS: Readonly<Partial<Record<LimitUnit, string>>> = { ms: 'milliseconds' };

/** Something wrong with a flow. */
export interface FlowProblem {
  /** Where, for instance `nodes.menu.branches.1`; empty for the flow as a whole. */
  readonly path: string;
  /** What stands there now; undefined when it is missing. */
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
}

/** What checks know of the flow around the value, and where they report. */
export interface CheckScope {
  readonly nodeNames: ReadonlySet<string>;
  readonly variableNames: ReadonlySet<string>;
  readonly problems: FlowProblem[];
}

/** Reports what is wrong with a value. */
export type Check = (value: unknown, path: string, scope: CheckScope) => void;

/** A field of an object: its check, and whether it must be there. */
export interface Field {
  readonly check: Check;
  readonly required: boolean;
}

export const required = (check: Check): Field => ({ check, required: true });
export const optional = (check: Check): Field => ({ check, required: false });

/** Whether the value is an object with named fields: no array, not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a length within the limit. */
export function text({ min, max }: Limit): Check {
  return (value, path, { problems }) => {
    if (typeof value === 'string' && value.length >= min && value.length <= max) return;
    problems.push({
      path,
      value,
      message: 'is not a text of the allowed length',
      remedy: `Write a text of ${String(min)} to ${String(max)} characters.`,
    });
  };
}

/** A whole number within the limit. */
export function integer({ min, max, unit }: Limit): Check {
  return (value, path, { problems }) => {
    if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return;
    problems.push({
      path,
      value,
      message: 'is not a whole number in the allowed range',
      remedy: `Write a number of ${UNIT_WORDS[unit] ?? unit} from ${String(min)} to ${String(max)}.`,
    });
  };
}

/** One of the given values. */
export function oneOf(allowed: readonly (string | boolean)[]): Check {
  return (value, path, { problems }) => {
    if (allowed.includes(value as string | boolean)) return;
    const list = allowed.map((each) => JSON.stringify(each)).join(', ');
    problems.push({
      path,
      value,
      message: 'is not one of the allowed values',
      remedy: `Write one of ${list}.`,
    });
  };
}

/** The name of a node of the flow. */
export const target: Check = (value, path, { nodeNames, problems }) => {
  if (typeof value === 'string' && nodeNames.has(value)) return;
  const list = [...nodeNames].slice(0, 12).join(', ');
  problems.push({
    path,
    value,
    message: 'names no node of this flow',
    remedy: `Name one of its nodes (${list}), or add the node.`,
  });
};

/** The name of a variable that the flow declares. */
export const variableName: Check = (value, path, { variableNames, problems }) => {
  if (typeof value === 'string' && variableNames.has(value)) return;
  problems.push({
    path,
    value,
    message: 'names no variable of this flow',
    remedy: 'Declare it under `variables` with the value it has at the start.',
  });
};

/** A list of `min` to `max` entries. */
export function listOf(entry: Check, { min, max }: Limit): Check {
  return (value, path, scope) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      scope.problems.push({
        path,
        value,
        message: 'is not a list of the allowed length',
        remedy: `Write a list of ${String(min)} to ${String(max)} entries.`,
      });
      return;
    }
    value.forEach((each, index) => {
      entry(each, `${path}.${String(index)}`, scope);
    });
  };
}

/** An object with free keys: each key is checked as a value, too. */
export function mapOf(key: Check, entry: Check): Check {
  return (value, path, scope) => {
    if (!isRecord(value)) {
      scope.problems.push({
        path,
        value,
        message: 'is not an object',
        remedy: 'Write an object: { "key": ... }.',
      });
      return;
    }
    for (const [name, each] of Object.entries(value)) {
      key(name, `${path}.${name}`, scope);
      entry(each, `${path}.${name}`, scope);
    }
  };
}

/** An object with exactly these fields; `tag` is a field that was checked before. */
export function objectOf(
  fields: Readonly<Record<string, Field>>,
  { tag }: { readonly tag?: string } = {},
): Check {
  return (value, path, scope) => {
    if (!isRecord(value)) {
      scope.problems.push({
        path,
        value,
        message: 'is not an object',
        remedy: `Write an object with ${Object.keys(fields).join(', ')}.`,
      });
      return;
    }
    for (const [name, field] of Object.entries(fields)) {
      const at = path === '' ? name : `${path}.${name}`;
      if (Object.hasOwn(value, name) && value[name] !== undefined) field.check(value[name], at, scope);
      else if (field.required)
        scope.problems.push({
          path: at,
          value: undefined,
          message: 'is missing',
          remedy: `Add the field \`${name}\`.`,
        });
    }
    for (const name of Object.keys(value)) {
      if (name === tag || Object.hasOwn(fields, name)) continue;
      const known = Object.keys(fields).join(', ') || 'none';
      const at = path === '' ? name : `${path}.${name}`;
      scope.problems.push({
        path: at,
        value: value[name],
        message: 'is not a field that is known here',
        remedy: `Remove it, or correct its name. Known fields: ${known}.`,
      });
    }
  };
}
