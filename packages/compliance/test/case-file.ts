/** Reading case files: JSON with ISO instants, as a lawyer can read them; the API takes epoch milliseconds. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComplianceOptions, Request } from '../src/index.js';

/** One worked case. */
export interface ComplianceCase {
  readonly id: string;
  readonly request: Request;
  readonly options?: ComplianceOptions;
  readonly expect: { readonly allowed: boolean; readonly rules: readonly string[]; readonly nextAllowedAt?: string | null; readonly scope?: string };
  readonly why: string;
}

const INSTANT_KEYS = /^(at|.*At)$/;

/** ISO texts under keys that end in At become epoch milliseconds. */
function toEpoch(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && INSTANT_KEYS.test(key)) return Date.parse(value);
  if (Array.isArray(value)) return value.map((item) => toEpoch(item));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toEpoch(item, name)]));
  return value;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

/** Names of the case files. */
export function caseFiles(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
}

/** Cases of one file. */
export function readCases(name: string): readonly ComplianceCase[] {
  const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cases: readonly (Omit<ComplianceCase, 'request'> & { request: unknown })[] };
  return file.cases.map((entry) => ({ ...entry, request: toEpoch(entry.request) as Request }));
}
