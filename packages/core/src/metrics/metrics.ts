/**
 * One table of the counts and metrics of a campaign. Live statistics, reports and docs/reference/metrics.md
 * take their names, formulas and sentences from it.
 */

/** What a count or a metric is measured in. Shares are 0..1. */
export type MetricUnit = 'calls' | 'leads' | 'ms' | 'share' | 'number';

/** One thing that is counted or summed. */
export interface Count {
  /** As people read it: 'live answers'. */
  readonly name: string;
  readonly unit: MetricUnit;
  /** What counts, in one or two sentences. */
  readonly sentence: string;
}

/** One figure: a numerator over a denominator. */
export interface Metric {
  /** As people read it: 'answer rate'. */
  readonly name: string;
  readonly unit: MetricUnit;
  readonly numerator: CountName;
  readonly denominator: CountName;
  /** What the figure tells, and what it is compared with. */
  readonly sentence: string;
}

/** Name of a count. */
export type CountName =
  | 'attempts'
  | 'countedAttempts'
  | 'dials'
  | 'resolvedDials'
  | 'answered'
  | 'shortCalls'
  | 'liveAnswers'
  | 'machines'
  | 'connected'
  | 'abandoned'
  | 'reneged'
  | 'lateEnds'
  | 'contacts'
  | 'rightParties'
  | 'conversions'
  | 'refusals'
  | 'leads'
  | 'attemptedLeads'
  | 'busyMs'
  | 'staffedMs'
  | 'loggedInMs'
  | 'callers'
  | 'callersServed'
  | 'callersInTime'
  | 'callersLost'
  | 'sampledPersons'
  | 'sampledVerdicts';

/** Every count by its name. */
export const COUNTS: Readonly<Record<CountName, Count>> = {
  attempts: {
    name: 'attempts',
    unit: 'calls',
    sentence: 'Opened attempts: rows of the journal, written before the call is placed.',
  },
  countedAttempts: {
    name: 'attempts that count',
    unit: 'calls',
    sentence: 'Attempts that used up one of the lead: no trunk faults and no cancelled ones.',
  },
  dials: {
    name: 'dials',
    unit: 'calls',
    sentence:
      'Attempts whose dial command was issued. A cancelled attempt that never left the dialer is none.',
  },
  resolvedDials: {
    name: 'dials answered or ended',
    unit: 'calls',
    sentence: 'Dials whose result is known. A call that still rings is not among them.',
  },
  answered: {
    name: 'answered',
    unit: 'calls',
    sentence: 'Calls that the network reported as answered, by a person or by a machine.',
  },
  shortCalls: {
    name: 'calls under 6 s',
    unit: 'calls',
    sentence: 'Answered calls that ended within 6 s of the answer: carriers bill, limit or refuse them.',
  },
  liveAnswers: {
    name: 'live answers',
    unit: 'calls',
    sentence:
      "Calls answered by a living person: the answer, or machine detection's verdict human, not sure or " +
      'silence. A call that the agent finds to be a machine (disposition with outcome `machine`) ceases ' +
      'to be one, so more calls can be connected than were live answers.',
  },
  machines: {
    name: 'machines',
    unit: 'calls',
    sentence: 'Calls with the outcome machine or voicemail.',
  },
  connected: {
    name: 'connected',
    unit: 'calls',
    sentence: 'Calls in which agent and called party heard each other.',
  },
  abandoned: {
    name: 'abandoned',
    unit: 'calls',
    sentence:
      'Live answers that no agent took by the deadline; they heard the abandonment message. A regulatory ' +
      'term.',
  },
  reneged: {
    name: 'reneged',
    unit: 'calls',
    sentence:
      'Live answers in which the called party hung up before the deadline. They are live answers and not ' +
      'abandoned.',
  },
  lateEnds: {
    name: 'attempts with a late end',
    unit: 'calls',
    sentence:
      'Attempts with another end beside their own, told by a dialer that had lost the campaign. ' +
      'Live answers, connected and abandoned calls that only such an end tells are counted as such.',
  },
  contacts: {
    name: 'contacts',
    unit: 'calls',
    sentence: 'Calls whose disposition says that somebody was spoken to.',
  },
  rightParties: {
    name: 'right parties',
    unit: 'calls',
    sentence: 'Calls whose disposition says that the person the list means was spoken to.',
  },
  conversions: {
    name: 'conversions',
    unit: 'calls',
    sentence: "Calls whose disposition says that the campaign's aim was reached.",
  },
  refusals: {
    name: 'refusals',
    unit: 'calls',
    sentence:
      'Calls that law, a policy or an interlock refused before they were dialed. Each counts once, under ' +
      'the first rule of its decision, so the sum over the rules is the number of refused calls.',
  },
  leads: {
    name: 'leads',
    unit: 'leads',
    sentence: "Leads of the campaign's lists, closed ones included.",
  },
  attemptedLeads: {
    name: 'leads attempted',
    unit: 'leads',
    sentence: 'Leads with at least one attempt.',
  },
  busyMs: {
    name: 'busy time',
    unit: 'ms',
    sentence: 'Time of all agents in talk and in wrap-up.',
  },
  staffedMs: {
    name: 'staffed time',
    unit: 'ms',
    sentence:
      'Time of all agents logged in and neither paused nor offline; reserved is staffed and not busy.',
  },
  loggedInMs: {
    name: 'logged-in time',
    unit: 'ms',
    sentence: 'Time of all agents logged in: staffed and paused.',
  },
  callers: {
    name: 'callers',
    unit: 'calls',
    sentence:
      'Calls that came in within the hours: served, or ended without an agent in any way. They are in no ' +
      'count of dialed calls.',
  },
  callersServed: {
    name: 'callers served',
    unit: 'calls',
    sentence: 'Callers whom an agent talked to.',
  },
  callersInTime: {
    name: 'callers served in time',
    unit: 'calls',
    sentence:
      'Callers whom an agent talked to within `inbound.serviceLevelSeconds` of the call, 20 s unless the ' +
      'campaign says otherwise.',
  },
  callersLost: {
    name: 'callers lost',
    unit: 'calls',
    sentence:
      'Callers whom nobody talked to: they hung up while they waited, waited for too long, or telephony ' +
      'lost the call. Who was refused or asked for a callback is not lost.',
  },
  sampledPersons: {
    name: 'sampled machine verdicts that were a person',
    unit: 'calls',
    sentence: 'Sampled machine verdicts in which the agent found a person.',
  },
  sampledVerdicts: {
    name: 'sampled machine verdicts',
    unit: 'calls',
    sentence: 'Machine verdicts sent to an agent all the same, to measure false positives.',
  },
};

/** Name of a metric. */
export type MetricName =
  | 'answerRate'
  | 'answerSeizureRatio'
  | 'shortCallShare'
  | 'machineRate'
  | 'connectRate'
  | 'contactRate'
  | 'rightPartyRate'
  | 'conversionRate'
  | 'abandonmentRate'
  | 'occupancy'
  | 'utilization'
  | 'adherence'
  | 'penetration'
  | 'attemptsPerLead'
  | 'serviceLevel'
  | 'lostInQueue'
  | 'falsePositiveShare';

/** Every metric by its name. */
export const METRICS: Readonly<Record<MetricName, Metric>> = {
  answerRate: {
    name: 'answer rate',
    unit: 'share',
    numerator: 'liveAnswers',
    denominator: 'resolvedDials',
    sentence:
      'How many dials reach a person: the answer-seizure ratio with live answers in place of answers. ' +
      'Every dial counts, so busy lines, wrong numbers and trunk faults lower it; a call that still rings ' +
      'would bias it and is in neither.',
  },
  answerSeizureRatio: {
    name: 'answer-seizure ratio',
    unit: 'share',
    numerator: 'answered',
    denominator: 'resolvedDials',
    sentence: 'How many dials are answered, by whomever: what carriers compare routes by (ITU-T E.411).',
  },
  shortCallShare: {
    name: 'share of calls under 6 s',
    unit: 'share',
    numerator: 'shortCalls',
    denominator: 'answered',
    sentence: 'How many answered calls end within 6 s. Carriers surcharge routes on which it is high.',
  },
  machineRate: {
    name: 'machine rate',
    unit: 'share',
    numerator: 'machines',
    denominator: 'resolvedDials',
    sentence: 'How many dials reach an answering machine.',
  },
  connectRate: {
    name: 'connect rate',
    unit: 'share',
    numerator: 'connected',
    denominator: 'resolvedDials',
    sentence: 'How many dials reach an agent.',
  },
  contactRate: {
    name: 'contact rate',
    unit: 'share',
    numerator: 'contacts',
    denominator: 'resolvedDials',
    sentence: 'How many dials become a contact, as the dispositions say.',
  },
  rightPartyRate: {
    name: 'right-party rate',
    unit: 'share',
    numerator: 'rightParties',
    denominator: 'resolvedDials',
    sentence: 'How many dials reach the person the list means.',
  },
  conversionRate: {
    name: 'conversion rate',
    unit: 'share',
    numerator: 'conversions',
    denominator: 'rightParties',
    sentence: "How many right parties reach the campaign's aim.",
  },
  abandonmentRate: {
    name: 'abandonment rate',
    unit: 'share',
    numerator: 'abandoned',
    denominator: 'liveAnswers',
    sentence:
      'How many people who answered found no agent in time. Machines are in neither: 47 CFR ' +
      '64.1200(a)(7)(i) speaks of calls answered live by a person.',
  },
  occupancy: {
    name: 'occupancy',
    unit: 'share',
    numerator: 'busyMs',
    denominator: 'staffedMs',
    sentence: "How much of the agents' staffed time is talk and wrap-up.",
  },
  utilization: {
    name: 'utilization',
    unit: 'share',
    numerator: 'busyMs',
    denominator: 'loggedInMs',
    sentence: "How much of the agents' logged-in time is talk and wrap-up: occupancy with pauses counted.",
  },
  adherence: {
    name: 'adherence',
    unit: 'share',
    numerator: 'staffedMs',
    denominator: 'loggedInMs',
    sentence:
      "How much of the agents' logged-in time they were there for calls and did not pause. Against a " +
      'roster, where planned breaks count for the agent, it is higher: outdial keeps no roster.',
  },
  penetration: {
    name: 'penetration',
    unit: 'share',
    numerator: 'attemptedLeads',
    denominator: 'leads',
    sentence: 'How much of the lists was tried at least once.',
  },
  attemptsPerLead: {
    name: 'attempts per lead',
    unit: 'number',
    numerator: 'countedAttempts',
    denominator: 'attemptedLeads',
    sentence: 'How often a lead that was tried was tried on average.',
  },
  serviceLevel: {
    name: 'service level',
    unit: 'share',
    numerator: 'callersInTime',
    denominator: 'callers',
    sentence:
      'How many callers had an agent in time. The usual aim is 80 % within 20 s. Callers outside the hours ' +
      'are in neither.',
  },
  lostInQueue: {
    name: 'lost in queue',
    unit: 'share',
    numerator: 'callersLost',
    denominator: 'callers',
    sentence:
      'How many callers waited in vain. It is not abandonment: the law counts only calls that we place.',
  },
  falsePositiveShare: {
    name: 'false-positive share',
    unit: 'share',
    numerator: 'sampledPersons',
    denominator: 'sampledVerdicts',
    sentence: 'How often machine detection took a person for a machine; 0 before the first sample.',
  },
};

/** Counts by name; those that a metric does not need may be absent. */
export type CountValues = Readonly<Partial<Record<CountName, number>>>;

/**
 * The value of a metric, by its formula in {@link METRICS}; null where the denominator is 0 or a count is
 * absent.
 */
export function metricValue(name: MetricName, counts: CountValues): number | null {
  const metric = METRICS[name];
  const part = counts[metric.numerator];
  const whole = counts[metric.denominator];
  return part === undefined || whole === undefined || whole === 0 ? null : part / whole;
}
