/** Reads a table of law that was written as JSON. */
import { ComplianceInputError } from '../errors.js';
import type { LawRule, LawTable } from './law-table.js';

const TEXTS = ['id', 'jurisdiction', 'title', 'citation', 'scope', 'voices', 'remarks'] as const;
const VALUE_TEXTS = ['value', 'verification', 'verifiedOn'] as const;
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * The table in a parsed JSON text.
 *
 * @throws ComplianceInputError that names the field at fault
 */
export function readLawTable(value: unknown): LawTable {
  const table = objectAt(value, 'table');
  if (typeof table['version'] !== 'string') throw new ComplianceInputError('version', 'is not text');
  const rules = listAt(table['rules'], 'rules');
  rules.forEach((rule, index) => checkRule(objectAt(rule, `rules[${index}]`), `rules[${index}]`));
  return { version: table['version'], rules: rules as readonly LawRule[] };
}

type Fields = Readonly<Record<string, unknown>>;

function checkRule(rule: Fields, path: string): void {
  checkTexts(rule, TEXTS, path);
  for (const name of ['effects', 'purposes'])
    if (listAt(rule[name], `${path}.${name}`).some((word) => typeof word !== 'string'))
      throw new ComplianceInputError(`${path}.${name}`, 'holds more than texts');
  const values = listAt(rule['values'], `${path}.values`);
  values.forEach((entry, index) => {
    const at = `${path}.values[${index}]`;
    const value = objectAt(entry, at);
    checkTexts(value, VALUE_TEXTS, at);
    checkTexts(objectAt(value['source'], `${at}.source`), ['title', 'href', 'pinpoint'], `${at}.source`);
    for (const name of ['from', 'until']) {
      const date = value[name];
      if (date !== null && (typeof date !== 'string' || !DATE.test(date)))
        throw new ComplianceInputError(`${at}.${name}`, 'is neither a date YYYY-MM-DD nor null');
    }
  });
}

function checkTexts(fields: Fields, names: readonly string[], path: string): void {
  for (const name of names)
    if (typeof fields[name] !== 'string') throw new ComplianceInputError(`${path}.${name}`, 'is not text');
}

function objectAt(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ComplianceInputError(path, 'is not an object');
  return value as Fields;
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ComplianceInputError(path, 'is not a list');
  return value as readonly unknown[];
}
