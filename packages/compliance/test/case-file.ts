/**
 * Reads the case files: YAML with ISO instants, as a lawyer can read them; the API takes epoch milliseconds.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type {
  CampaignFlow,
  CampaignWithCountries,
  ComplianceOptions,
  DoNotCallList,
  RecordingDuty,
  Request,
} from '../src/index.js';
import { defined } from '../src/defined.js';

/** One worked case. */
export interface ComplianceCase {
  /** The case as one sentence, unique in its file; the test runner prints it. */
  readonly name: string;
  readonly request: Request;
  readonly options?: ComplianceOptions;
  readonly expect: {
    readonly allowed: boolean;
    /** Rules that must be among those that refuse. */
    readonly rules: readonly string[];
    /** First instant at which the call is allowed; null where waiting does not help. */
    readonly nextAllowedAt?: string | null;
    /** Scope of the refusal that is named first. */
    readonly scope?: string;
    /** Rules that must not refuse. */
    readonly without?: readonly string[];
    /** Words that some refusal must say. */
    readonly says?: readonly string[];
  };
  /** The provision the case was worked from. */
  readonly citation?: string;
}

const INSTANT_KEYS = /^(at|.*At)$/;

/** ISO texts under keys that end in At become epoch milliseconds. */
function toEpoch(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && INSTANT_KEYS.test(key)) return Date.parse(value);
  if (Array.isArray(value)) return value.map((item) => toEpoch(item));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toEpoch(item, name)]));
  return value;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

/** Names of the case files, one a jurisdiction. */
export function caseFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

type Facts = Record<string, unknown>;
const isObject = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The case's facts over the file's defaults, member by member; null removes a default. */
function over(defaults: unknown, own: unknown): unknown {
  if (!isObject(defaults) || !isObject(own)) return own === undefined ? defaults : own;
  const merged: Facts = { ...defaults };
  for (const [key, value] of Object.entries(own)) {
    if (value === null) delete merged[key];
    else merged[key] = over(defaults[key], value);
  }
  return merged;
}

/** Do-not-call lists of a case name their numbers; the module asks a set. */
type OptionsOfCase = Omit<ComplianceOptions, 'lists'> & {
  readonly lists?: readonly (Omit<DoNotCallList, 'numbers'> & {
    readonly numbers: { readonly phones: readonly string[]; readonly source: string; readonly date: string };
  })[];
};

function optionsOf({ lists, ...options }: OptionsOfCase): ComplianceOptions {
  return {
    ...options,
    ...defined({
      lists: lists?.map((list) => ({
        ...list,
        numbers: { ...list.numbers, has: (phone: string) => list.numbers.phones.includes(phone) },
      })),
    }),
  };
}

/**
 * Cases of one file: `defaults` are facts that every case shares. Instants may carry the local offset:
 * 2026-10-18T09:00:00-04:00.
 */
export function readCases(name: string): readonly ComplianceCase[] {
  const file = parse(readFileSync(join(folder, name), 'utf8')) as {
    defaults?: Facts;
    cases: readonly (Omit<ComplianceCase, 'request' | 'options'> & {
      request: Facts;
      options?: OptionsOfCase;
    })[];
  };
  return file.cases.map(({ options, ...entry }) => ({
    ...entry,
    ...defined({ options: options && optionsOf(options) }),
    request: toEpoch(over(file.defaults ?? {}, entry.request)) as Request,
  }));
}

/** What the review of a campaign, the duty on recording, or an error about options must say. */
export interface ReviewCase {
  readonly name: string;
  readonly campaign: CampaignWithCountries;
  readonly flow: CampaignFlow;
  readonly options?: ComplianceOptions;
  /** Asks the duty on recording instead of the review. */
  readonly recording?: {
    readonly jurisdictions: readonly string[];
    readonly consentOnFile: boolean;
    readonly announcementJournaled: boolean;
  };
  readonly expect: Partial<Omit<RecordingDuty, 'because'>> & {
    readonly allowed?: boolean;
    /** 'rule severity' of findings that must be among them. */
    readonly findings?: readonly string[];
    /** Rules that must find nothing. */
    readonly without?: readonly string[];
    /** Words that a message or remedy must say, and words that none may say. */
    readonly says?: readonly string[];
    readonly silent?: readonly string[];
    /** A part of the duties. */
    readonly duties?: Facts;
    /** The options cannot be used: words of the error. */
    readonly error?: string;
  };
}

/** The cases of review-cases.yaml over their defaults. */
export function readReviewCases(): readonly ReviewCase[] {
  const file = parse(readFileSync(join(dirname(folder), 'review-cases.yaml'), 'utf8')) as {
    defaults: { campaign: Facts; flow: Facts };
    cases: readonly (Omit<ReviewCase, 'campaign' | 'flow'> & { campaign?: Facts; flow?: Facts })[];
  };
  return file.cases.map((entry) => ({
    ...entry,
    campaign: toEpoch(over(file.defaults.campaign, entry.campaign)) as CampaignWithCountries,
    flow: toEpoch(over(file.defaults.flow, entry.flow)) as CampaignFlow,
  }));
}
