/** Turns the findings of a schema into problems that name path, value and remedy. */
import { uncoveredMedium } from '@outdial/compliance';
import type { z } from 'zod';
import type { CampaignFileProblem } from './campaign-file-error.js';

type Issue = z.core.$ZodIssue;

/**
 * Unknown keys of one section for which a known key is suggested. A file with more is not a campaign file.
 */
const MOST_GUESSES = 50;

/** What is read: a file has settings in sections, a request has fields in objects. */
export type ReadThing = 'file' | 'request';

const WORDS: Readonly<Record<ReadThing, { readonly key: string; readonly object: string }>> = {
  file: { key: 'a setting', object: 'a section' },
  request: { key: 'a field of this request', object: 'an object with its fields' },
};

/** What is read, and which keys it may have where. */
export interface ReadInput {
  readonly input: unknown;
  readonly knownKeys: (path: readonly PropertyKey[]) => readonly string[];
  /** @default 'file' */
  readonly of?: ReadThing;
}

/** Turns the findings of the schema into problems that name path, value and remedy. */
export function explainIssues(
  issues: readonly Issue[],
  { input, knownKeys, of = 'file' }: ReadInput,
): CampaignFileProblem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [explain(issue, input, of)];
    const known = knownKeys(issue.path);
    return issue.keys.map((key, index) => {
      const problem = unknownKey(issue.path, key, { known, guess: index < MOST_GUESSES, of });
      return of === 'file' ? problem : withValue(problem, valueAt(input, [...issue.path, key]));
    });
  });
}

function withValue(problem: CampaignFileProblem, value: unknown): CampaignFileProblem {
  return value === undefined || typeof value === 'object'
    ? problem
    : { ...problem, value: shownValue(value) };
}

function unknownKey(
  path: readonly PropertyKey[],
  key: string,
  {
    known,
    guess,
    of,
  }: { readonly known: readonly string[]; readonly guess: boolean; readonly of: ReadThing },
): CampaignFileProblem {
  const isNone = `is not ${WORDS[of].key}`;
  if (/^(channel|medium)s?$/i.test(key))
    return {
      path: pathText([...path, shortened(key)]),
      message: `${isNone}: only telephone calls are covered, no text messages or ringless voicemail`,
    };
  const near = guess ? nearest(key, known) : null;
  const remedy = near
    ? `did you mean '${near}'?`
    : known.length > 0
      ? `use one of ${known.join(', ')}, or remove it`
      : 'remove it';
  return { path: pathText([...path, shortened(key)]), message: `${isNone}: ${remedy}` };
}

function explain(issue: Issue, input: unknown, of: ReadThing): CampaignFileProblem {
  const value = valueAt(input, issue.path);
  const problem = {
    path: pathText(issue.path),
    message:
      (SAYS_MEDIUM.has(String(issue.path.at(-1))) ? uncoveredMedium(value) : undefined) ??
      (value === undefined && issue.code !== 'custom' ? missing(issue, of) : remedy(issue, of)),
  };
  return withValue(problem, value);
}

/** Settings by which a file may ask for what is not a call. */
const SAYS_MEDIUM: ReadonlySet<string> = new Set(['voice', 'mode']);

/** What the schema of telephony, which comes in kinds, leaves unsaid. */
const NAME_ITS_KIND = "must name its kind: add 'kind: simulated' or 'kind: asterisk'";

function missing(issue: Issue, of: ReadThing): string {
  if (issue.code === 'invalid_type') return `is missing: add ${article(issue.expected, of)}`;
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return custom(issue) ?? NAME_ITS_KIND;
  if (issue.code === 'invalid_value') return `is missing: use one of ${issue.values.map(String).join(', ')}`;
  return `is missing: ${issue.message}`;
}

function remedy(issue: Issue, of: ReadThing): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected, of)}`;
    case 'too_small':
      return (
        custom(issue) ??
        (issue.origin === 'number' || issue.origin === 'int'
          ? `is too small: use ${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}`
          : `must hold at least ${String(issue.minimum)}`)
      );
    case 'too_big':
      return (
        custom(issue) ??
        (issue.origin === 'number' || issue.origin === 'int'
          ? `is too large: use ${issue.inclusive === false ? 'less than' : 'at most'} ` +
            `${String(issue.maximum)}`
          : `must hold at most ${String(issue.maximum)}`)
      );
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined ? issue.message : (custom(issue) ?? NAME_ITS_KIND);
    case 'invalid_key':
      return `has a key that cannot be used: it ${issue.issues[0]?.message ?? 'is of another form'}`;
    case 'invalid_format':
      return custom(issue) ?? `must be ${article(issue.format, of)}`;
    default:
      return issue.message;
  }
}

/** The message that the schema itself gives. Built-in messages begin with 'Too' or 'Invalid'. */
function custom(issue: Issue): string | null {
  return /^(Too (small|big)|Invalid)/.test(issue.message) ? null : issue.message;
}

const ARTICLES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  date: 'a date as YYYY-MM-DD',
  regex: 'of another form: see the reference',
};

function article(kind: string, of: ReadThing): string {
  if (kind === 'object' || kind === 'record') return WORDS[of].object;
  return ARTICLES[kind] ?? kind;
}

/** 'telephony.trunks[0].endpoint'. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );
}

const LONGEST_SHOWN = 60;

/** A value as problems name it: shortened, an address without what may be a password. */
export function shownValue(value: unknown): string {
  return shortened(withoutSecrets(JSON.stringify(value) ?? String(value)));
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}

/** An address is shown without the parts before its last '@' and after its '?', which may be a password. */
function withoutSecrets(text: string): string {
  return text.replace(/([a-z]+:\/\/)(.*@)?([^?#"]*)([?#][^"]*)?/, (_all, scheme, user, rest, query) =>
    [scheme, user === undefined ? '' : '...@', rest, query === undefined ? '' : '?...'].join(''),
  );
}

/** The known word nearest to this one, when it is near enough to be a typing error. */
function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST_SHOWN) return null;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : null;
}

/** Levenshtein distance by one rolling row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
