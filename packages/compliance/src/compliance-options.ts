/** What a client of the compliance module may set. */
import { RULE_SETTINGS, type DeclaredEmergency, type RuleSetting } from './contract.js';
import { DO_NOT_CALL_LIST_KINDS, type DoNotCallList } from './do-not-call/do-not-call-lists.js';
import { checkFlag, checkMember, checkTexts } from './engine/fact-checks.js';
import { fingerprint } from './engine/fingerprint.js';
import { checkEmergencies } from './engine/request-check.js';
import { ComplianceInputError } from './errors.js';
import type { Pack } from './engine/pack.js';
import type { WeekSpans } from './engine/schedule.js';
import type { ClientPolicy } from './policies/client-policy.js';
import type { OffsetOverride } from './time/zone.js';

/** Settings of a compliance module. Each is optional. */
export interface ComplianceOptions {
  /**
   * ISO countries whose rules are loaded ('UK' is read as 'GB'); absent: all. Calls elsewhere refuse as
   * unmodelled.
   */
  readonly jurisdictions?: readonly string[];
  /** Rules of further countries; they load beside the module's own. */
  readonly packs?: readonly Pack[];
  /**
   * By rule id: 'off' (only for rules not verified from the primary text), 'strict' (its absent facts
   * refuse).
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Client policies stricter than law. */
  readonly policies?: readonly ClientPolicy[];
  /**
   * Do-not-call lists to look every number up in, besides `lead.doNotCall`: 'national' is the public
   * registry, any other kind refuses by its name.
   */
  readonly lists?: readonly DoNotCallList[];
  /**
   * Names of unmodelled law the client accepts, as the refusal spells them: 'US-AK:debt-collection', 'SE'.
   */
  readonly acceptUnmodelled?: readonly string[];
  /** Declared emergencies during which some states forbid solicitation. */
  readonly emergencies?: readonly DeclaredEmergency[];
  /** Own corrections of zones, which replace the built-in ones. */
  readonly timeZoneOverrides?: Readonly<Record<string, readonly OffsetOverride[]>>;
  /**
   * What to do where the runtime's zone data is known to be stale: use the built-in correction (default) or
   * refuse.
   */
  readonly staleZones?: 'correct' | 'refuse';
  /**
   * Own hours in place of policy.courtesy_hours, for calls whose hours no law sets: '09:00-18:00', several
   * with a space between, '' closed, '*' all day. Absent: 08:00-21:00, and 09:00-20:00 at weekends outside
   * the United States.
   */
  readonly courtesyHours?: WeekSpans;
  /** Every absent fact that an applicable rule needs refuses. */
  readonly strict?: boolean;
}

const OPTION_NAMES: Readonly<Record<keyof ComplianceOptions, true>> = {
  jurisdictions: true,
  packs: true,
  rules: true,
  policies: true,
  lists: true,
  acceptUnmodelled: true,
  emergencies: true,
  timeZoneOverrides: true,
  staleZones: true,
  courtesyHours: true,
  strict: true,
};

/**
 * Checks names and kinds of options: what is misspelt there would be silently without effect.
 *
 * @throws ComplianceInputError
 */
export function checkOptions(options: ComplianceOptions): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new ComplianceInputError('options', 'must be an object, such as { strict: true }');
  for (const name of Object.keys(options))
    if (!Object.hasOwn(OPTION_NAMES, name))
      throw new ComplianceInputError(name, `is no option; known are ${Object.keys(OPTION_NAMES).join(', ')}`);
  checkTexts('jurisdictions', options.jurisdictions);
  checkList('packs', options.packs);
  checkList('policies', options.policies);
  checkFlag('strict', options.strict);
  if (options.staleZones !== undefined)
    checkMember('staleZones', options.staleZones, new Set(['correct', 'refuse']));
  for (const [id, setting] of Object.entries(options.rules ?? {}))
    checkMember(`rules.${id}`, setting, new Set(RULE_SETTINGS));
  checkAccepted(options.acceptUnmodelled);
  checkLists(options.lists);
  if (options.emergencies !== undefined) checkEmergencies('emergencies', options.emergencies);
}

function checkList(field: string, value: unknown): void {
  if (value !== undefined && !Array.isArray(value)) throw new ComplianceInputError(field, 'must be a list');
}

/** Names as refusals spell them: a country, or what is missing in it, in its state or province. */
const ACCEPTED = /^(unknown-country|[A-Z]{2}(-[A-Z0-9]{1,3})?(:[a-z-]+)*)$/;

function checkAccepted(names: readonly string[] | undefined): void {
  checkTexts('acceptUnmodelled', names);
  const unknown = names?.find((name) => !ACCEPTED.test(name));
  if (unknown !== undefined)
    throw new ComplianceInputError(
      'acceptUnmodelled',
      `'${unknown}' is no name as refusals spell them, such as 'SE' or 'US-AK:debt-collection:first-party'`,
    );
}

/** A list of no known kind, or one that cannot look a number up, would bar nothing. */
function checkLists(lists: readonly Partial<DoNotCallList>[] | undefined): void {
  checkList('lists', lists);
  for (const [index, list] of (lists ?? []).entries()) {
    checkMember(`lists[${index}].kind`, list.kind, new Set(DO_NOT_CALL_LIST_KINDS));
    if (typeof list.name !== 'string')
      throw new ComplianceInputError(`lists[${index}].name`, 'must be a text');
    if (typeof list.numbers?.has !== 'function')
      throw new ComplianceInputError(
        `lists[${index}].numbers`,
        'must look numbers up, as a DoNotCallSet does',
      );
  }
}

/**
 * A name of the options for the rule-set version, such as '+5e6f7a8b'; empty without options. Lists count by
 * name, kind, source and date, without their numbers; own packs are part of the table's version.
 */
export function optionsName(options: ComplianceOptions): string {
  if (Object.keys(options).length === 0) return '';
  const text = JSON.stringify({
    ...options,
    packs: options.packs?.map(({ country }) => country),
    lists: options.lists?.map(({ name, kind, numbers, purposes, voices }) => [
      ...[name, kind, numbers.source, numbers.date],
      ...(purposes === undefined && voices === undefined ? [] : [purposes ?? 'all', voices ?? 'any']),
    ]),
  });
  return `+${fingerprint(text)}`;
}
