/**
 * Policies of a client, stricter than the law: hours, caps, pauses, lists. A policy is a rule and can only
 * refuse, so it cannot loosen the law. Its id begins with 'client.'.
 */
import { HISTORY_OUTCOMES, PURPOSES, type HistoryOutcome, type Purpose } from '../contract.js';
import {
  isConversation,
  isPlacedCall,
  isSameSubject,
  isToThisPhone,
  type Counts,
} from '../engine/history.js';
import { defined } from '../defined.js';
import type { DoNotCallList } from '../do-not-call/do-not-call-lists.js';
import type { Parameter, Source } from '../engine/parameter.js';
import { ALL_PURPOSES, rule, type Rule } from '../engine/rule.js';
import type { Schedule } from '../engine/schedule.js';
import { ComplianceInputError } from '../errors.js';
import { callingWindow } from '../rules/calling-window.js';
import { frequencyCap, type Cap } from '../rules/frequency-cap.js';
import { calendar, special } from '../time/holidays.js';
import { parseCivilDate } from '../time/civil-date.js';
import { readWeek } from './week-spans.js';

interface ClientPolicyBase {
  /** 'client.' and a name. */
  readonly id: string;
  readonly title?: string;
  /** Purposes it concerns; absent: all. */
  readonly purposes?: readonly Purpose[];
}

/** Hours of the client. A call must be inside them and inside the hours of the law. */
export interface ClientHours extends ClientPolicyBase {
  readonly kind: 'hours';
  /** Like '09:00-18:00', several separated by spaces, '' closed, '*' all day. */
  readonly weekdays: string;
  readonly saturday: string;
  readonly sunday: string;
  /** Local dates 'YYYY-MM-DD' without calls. */
  readonly closedDates?: readonly string[];
}

/** Own cap on attempts or conversations. */
export interface ClientCap extends ClientPolicyBase {
  readonly kind: 'cap';
  readonly max: number;
  /** Elapsed hours, or local calendar days. */
  readonly period: { readonly hours: number } | { readonly days: number };
  /** 'person' counts all numbers, 'number' the called one, 'subject' calls about the subject. */
  readonly per: 'person' | 'number' | 'subject';
  readonly counts?: 'calls' | 'conversations';
}

/** Own pause after outcomes. */
export interface ClientCoolDown extends ClientPolicyBase {
  readonly kind: 'cool-down';
  readonly after: readonly HistoryOutcome[];
  readonly hours: number;
}

/** Numbers on a named list of the lead are not called. */
export interface ClientList extends ClientPolicyBase {
  readonly kind: 'list';
  /** Name as in `lead.doNotCall.lists`. */
  readonly list: string;
  /** Where it comes from, for the refusal. */
  readonly source: string;
  /** Voices it concerns: 'recorded' covers prerecorded and synthetic ones. @default 'any' */
  readonly voices?: 'any' | 'live' | 'recorded';
}

/** A client's policy. */
export type ClientPolicy = ClientHours | ClientCap | ClientCoolDown | ClientList;

const SOURCE: Source = {
  title: "The client's policy, no law",
  href: 'docs/compliance/policies.md',
  pinpoint: 'client policy',
};

/** A policy's value: in force at all times, since a policy has no dates of its own. */
const inForce = <T>(unit: string, value: T): Parameter<T> => ({
  unit,
  values: [
    {
      from: null,
      value,
      source: SOURCE,
      verification: 'primary',
      verifiedOn: '2026-11-22',
    },
  ],
});

/** Ids of a client's policies. */
export const CLIENT_POLICY_ID: RegExp = /^client\.[a-z0-9_.-]+$/;

/** Turns a client's policy into a rule. @throws ComplianceInputError naming the field that cannot be read */
export function policyRule(policy: ClientPolicy): Rule {
  if (!CLIENT_POLICY_ID.test(policy.id))
    throw new ComplianceInputError(
      'policies.id',
      "must begin with 'client.' and use lower-case letters, digits, dots and dashes",
    );
  if (policy.purposes !== undefined && !policy.purposes.every((purpose) => PURPOSES.includes(purpose)))
    throw new ComplianceInputError(`${policy.id}.purposes`, `must be among ${PURPOSES.join(', ')}`);
  const base = {
    id: policy.id,
    jurisdiction: '*',
    kind: 'policy' as const,
    title: policy.title ?? policy.id,
    citation: "client's policy",
    purposes: policy.purposes ?? ALL_PURPOSES,
  };
  switch (policy.kind) {
    case 'hours':
      return callingWindow({
        ...base,
        parameter: inForce('local time', scheduleOf(policy)),
      });
    case 'cap':
      return frequencyCap({ ...base, ...capOf(policy) });
    case 'cool-down':
      return frequencyCap({ ...base, ...coolDownOf(policy) });
    case 'list':
      return listRule(base, policy);
    default:
      throw new ComplianceInputError(
        `${(policy as ClientPolicy).id}.kind`,
        'must be hours, cap, cool-down or list',
      );
  }
}

/** The policy that refuses numbers on a list handed to the module: 'client.list.' and the list's name. */
export function listPolicy(list: DoNotCallList): ClientList {
  const { name, numbers, purposes, voices } = list;
  return {
    id: `client.list.${name.toLowerCase().replaceAll(/[^a-z0-9_.-]+/g, '-')}`,
    kind: 'list',
    list: name,
    source: numbers.source,
    title: `Do-not-call list '${name}'`,
    ...defined({ purposes, voices }),
  };
}

function scheduleOf(policy: ClientHours): Schedule {
  const week = readWeek(policy.id, policy);
  if (!policy.closedDates) return week;
  const days = policy.closedDates.map((text) => {
    const day = parseCivilDate(text);
    if (day === undefined)
      throw new ComplianceInputError(`${policy.id}.closedDates`, `'${text}' is not a date like 2026-12-24`);
    return day;
  });
  return { ...week, holidays: calendar('closed dates', [special('closed', () => days)]) };
}

/** True for a period of elapsed hours or of whole local days. */
function isPeriod(period: { readonly hours?: unknown; readonly days?: unknown } | undefined): boolean {
  if (typeof period?.hours === 'number') return period.hours > 0;
  return typeof period?.days === 'number' && Number.isInteger(period.days) && period.days > 0;
}

function capOf(policy: ClientCap): {
  parameter: Parameter<Cap>;
  counted: string;
  counts: Counts;
} {
  if (!(policy.max >= 1)) throw new ComplianceInputError(`${policy.id}.max`, 'must be at least 1');
  if (!isPeriod(policy.period))
    throw new ComplianceInputError(
      `${policy.id}.period`,
      'must be { hours } above 0 or { days }, a whole number above 0',
    );
  if (!['person', 'number', 'subject'].includes(policy.per))
    throw new ComplianceInputError(`${policy.id}.per`, 'must be person, number or subject');
  const counted = policy.counts ?? 'calls';
  return {
    parameter: inForce(counted, { max: policy.max, period: policy.period }),
    counted,
    counts: (entry, context) => {
      if (counted === 'calls' ? !isPlacedCall(entry) : !isConversation(entry)) return false;
      return (
        policy.per === 'person' ||
        (policy.per === 'number' ? isToThisPhone(entry, context) : isSameSubject(entry, context))
      );
    },
  };
}

function coolDownOf(policy: ClientCoolDown): {
  parameter: Parameter<Cap>;
  counted: string;
  counts: Counts;
} {
  const after: readonly HistoryOutcome[] | undefined = policy.after;
  if (!Array.isArray(after) || !after.every((outcome: HistoryOutcome) => HISTORY_OUTCOMES.includes(outcome)))
    throw new ComplianceInputError(`${policy.id}.after`, `must be a list of ${HISTORY_OUTCOMES.join(', ')}`);
  if (!(policy.hours > 0)) throw new ComplianceInputError(`${policy.id}.hours`, 'must be positive');
  return {
    parameter: inForce('attempts with such an outcome', { max: 1, period: { hours: policy.hours } }),
    counted: `attempts with outcome ${policy.after.join(' or ')}`,
    counts: (entry) => policy.after.includes(entry.outcome),
  };
}

function listRule(
  base: {
    id: string;
    jurisdiction: string;
    kind: 'policy';
    title: string;
    citation: string;
    purposes: readonly Purpose[];
  },
  policy: ClientList,
): Rule {
  const { voices = 'any' } = policy;
  if (!['any', 'live', 'recorded'].includes(voices))
    throw new ComplianceInputError(`${policy.id}.voices`, 'must be any, live or recorded');
  const barred = barredBy(policy);
  return rule<string>({
    ...base,
    voices,
    parameter: inForce('list', policy.list),
    check: (context) =>
      context.lead.doNotCall?.lists?.includes(policy.list)
        ? { until: null, because: `The number is on the list '${policy.list}' (${policy.source})${barred}.` }
        : undefined,
  });
}

/** What a list bars, for its refusals; empty for one that bars every call. */
function barredBy({ purposes, voices = 'any' }: ClientList): string {
  if (purposes === undefined && voices === 'any') return '';
  const calls = purposes === undefined ? 'calls' : `calls for ${purposes.join(', ')}`;
  return `, which bars ${voices === 'any' ? '' : `${voices} `}${calls}`;
}
