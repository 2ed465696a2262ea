/**
 * Judging a campaign before it starts: what the law forbids is refused with the remedy; what it asks beside
 * is noted.
 */
import type { CampaignFacts } from '../contract.js';
import {
  TABLE_AT,
  campaignDuties,
  countriesOf,
  type CampaignDuties,
  type CampaignWithCountries,
} from '../duties/duties.js';
import { PACKS } from '../jurisdictions/packs.js';

/** What the campaign's call flow does, as far as the law asks. Absent facts are findings. */
export interface CampaignFlow {
  /** Instant of the review, epoch ms; the law of that day applies. Absent: the law as the table stands. */
  readonly at?: number | undefined;
  /** The caller number shown, E.164. */
  readonly callerNumber?: string | undefined;
  /** The caller number (or the seller's) takes do-not-call requests in business hours. */
  readonly callerNumberTakesRequests?: boolean | undefined;
  /** The flow says who calls: caller, principal, and a number or address. */
  readonly identifies?: boolean | undefined;
  /** ms after the identification at which an automated opt-out is offered; null: never. */
  readonly optOutOfferedAfter?: number | null | undefined;
  /** The opt-out records the number and then ends the call. */
  readonly optOutDisconnects?: boolean | undefined;
  /** A toll-free number on voicemail reaches the same opt-out. */
  readonly voicemailTollFree?: boolean | undefined;
  /** Message played to a live answer without an agent. */
  readonly abandonmentMessage?:
    | {
        readonly startsWithin: number;
        readonly namesCaller: boolean;
        readonly givesNumber: boolean;
        readonly offersOptOut: boolean;
        readonly markets: boolean;
      }
    | undefined;
  /** ms after the completed greeting by which an agent must be on the line. */
  readonly connectGrace?: number | undefined;
  /** Calls are recorded. */
  readonly recordsCalls?: boolean | undefined;
  readonly recordingAnnounced?: boolean | undefined;
  /** An autodialer may seize several lines of one business. */
  readonly seizesSeveralLines?: boolean | undefined;
}

/** One finding. */
export interface ReviewFinding {
  readonly rule: string;
  readonly severity: 'refuses' | 'notice';
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** The answer. */
export interface CampaignReview {
  /** False where the campaign must not start. */
  readonly allowed: boolean;
  readonly findings: readonly ReviewFinding[];
  readonly duties: CampaignDuties;
}

type Add = (rule: string, severity: ReviewFinding['severity'], message: string, remedy: string) => void;

/** Reviews a campaign with its flow. */
export function reviewCampaign(campaign: CampaignWithCountries, given: CampaignFlow = {}): CampaignReview {
  const at = given.at ?? TABLE_AT;
  const flow = { ...given, at };
  const findings: ReviewFinding[] = [];
  const add: Add = (rule, severity, message, remedy) =>
    void findings.push({ rule, severity, message, remedy });
  const countries = countriesOf(campaign);
  const duties = campaignDuties(campaign, at);
  reviewRinging(campaign, duties, add);
  reviewCallerNumber(campaign, flow, countries, add);
  reviewAbandonment(campaign, flow, duties, countries, add);
  if (campaign.voice !== 'live') reviewRecordedMessage(campaign, flow, countries, add);
  reviewConsent(campaign, countries, add);
  reviewLists(campaign, flow, countries, add);
  reviewNotices(campaign, flow, countries, add);
  reviewCoverage(campaign, countries, add);
  return { allowed: findings.every((finding) => finding.severity === 'notice'), findings, duties };
}

function reviewCoverage(campaign: CampaignFacts, countries: readonly string[], add: Add): void {
  for (const country of countries) {
    const pack = PACKS.get(country);
    const name = pack ? pack.unmodelled(campaign.purpose, campaign.voice, []) : country;
    if (name !== undefined && campaign.purpose !== 'emergency')
      add(
        'policy.unmodelled',
        'notice',
        `No rules are modelled for ${name}: calls there refuse.`,
        `Add rules, or accept it by that name (acceptUnmodelled).`,
      );
  }
}

const includes = (countries: readonly string[], country: string): boolean => countries.includes(country);
const isSales = (campaign: CampaignFacts): boolean =>
  campaign.purpose === 'telemarketing' || campaign.purpose === 'charity';
const lacksAgents = (campaign: CampaignFacts): boolean =>
  campaign.mode === 'predictive' ||
  campaign.mode === 'power' ||
  (campaign.mode === 'agentless' && campaign.transfersToAgent === true);

function reviewRinging(campaign: CampaignFacts, duties: CampaignDuties, add: Add): void {
  const minimum = duties.minimumRingTime;
  if (minimum === null) return;
  const rule = duties.countries.includes('US') && isSales(campaign) ? 'us.tcpa.ring15' : 'uk.ofcom.ring15';
  if (campaign.ringTimeout === undefined)
    add(
      rule,
      'notice',
      'The ring time-out is not given.',
      `Set campaign.ringTimeout to ${minimum} ms or more.`,
    );
  else if (campaign.ringTimeout < minimum)
    add(
      rule,
      'refuses',
      `The ring time-out of ${campaign.ringTimeout} ms is shorter than ${minimum} ms.`,
      `Set campaign.ringTimeout to ${minimum} ms or more.`,
    );
}

function reviewCallerNumber(
  campaign: CampaignFacts,
  flow: CampaignFlow,
  countries: readonly string[],
  add: Add,
): void {
  const rule = includes(countries, 'US')
    ? 'us.fcc.callerid'
    : includes(countries, 'CA')
      ? 'ca.callerid'
      : includes(countries, 'GB')
        ? 'uk.ofcom.cli'
        : 'policy.caller_number';
  if (flow.callerNumber === undefined || !/^\+[1-9]\d{6,14}$/.test(flow.callerNumber)) {
    add(
      rule,
      'refuses',
      'No valid caller number is set.',
      'Set flow.callerNumber to an E.164 number that belongs to the caller or the seller.',
    );
  } else if (flow.callerNumberTakesRequests !== true && isSales(campaign) && includes(countries, 'US')) {
    add(
      rule,
      'refuses',
      'The caller number is not known to take do-not-call requests in business hours.',
      'Route the number to staff or an automated opt-out, and set flow.callerNumberTakesRequests.',
    );
  }
  if (includes(countries, 'US'))
    add(
      'us.fcc.stirshaken',
      'notice',
      'Calls are signed by the originating carrier.',
      'Use numbers assigned on that carrier for full attestation.',
    );
  if (includes(countries, 'ES'))
    add(
      'es.prefix',
      'notice',
      'Commercial calls in Spain must show an assigned code.',
      'Obtain one; operators block the rest.',
    );
  if (includes(countries, 'IT') && flow.callerNumber?.startsWith('+39'))
    add(
      'it.cli_block',
      'notice',
      'Calls from abroad that show Italian numbers are blocked.',
      'Originate inside Italy.',
    );
}

function reviewAbandonment(
  campaign: CampaignFacts,
  flow: CampaignFlow,
  duties: CampaignDuties,
  countries: readonly string[],
  add: Add,
): void {
  if (!lacksAgents(campaign) || duties.abandonment.length === 0) return;
  const rule =
    includes(countries, 'US') && isSales(campaign)
      ? 'us.tcpa.abandon_message'
      : includes(countries, 'GB')
        ? 'uk.ofcom.info2s'
        : 'ca.pdd2s';
  // Canada counts abandoned calls, but asks for no message: there it is advice.
  const severity = rule === 'ca.pdd2s' ? 'notice' : 'refuses';
  const message = flow.abandonmentMessage;
  if (!message) {
    add(
      rule,
      severity,
      'No message is set for live answers without an agent.',
      'Set flow.abandonmentMessage, or dial with a reserved agent (progressive, preview).',
    );
  } else {
    const grace = duties.connectGrace ?? 2000;
    if (message.startsWithin > grace)
      add(
        rule,
        severity,
        `The abandonment message starts after ${message.startsWithin} ms.`,
        `Start it within ${grace} ms of the completed greeting.`,
      );
    if (!message.namesCaller || !message.givesNumber)
      add(rule, severity, 'The abandonment message lacks the name or the telephone number.', 'Add both.');
    if (message.markets)
      add(
        rule,
        severity,
        'The abandonment message contains marketing.',
        'Say only who called and why, and the number.',
      );
    if (!message.offersOptOut && rule === 'us.tcpa.abandon_message')
      add(
        rule,
        severity,
        'The abandonment message offers no automated opt-out.',
        'Offer a key press or voice opt-out that records the number and ends the call.',
      );
  }
  if (
    flow.connectGrace !== undefined &&
    duties.connectGrace !== null &&
    flow.connectGrace > duties.connectGrace
  ) {
    add(
      rule === 'us.tcpa.abandon_message' ? 'us.tcpa.abandon3' : rule,
      'refuses',
      `Agents have ${flow.connectGrace} ms to take a live answer.`,
      `Set the connect grace to ${duties.connectGrace} ms or less.`,
    );
  }
}

function reviewRecordedMessage(
  campaign: CampaignFacts,
  flow: CampaignFlow,
  countries: readonly string[],
  add: Add,
): void {
  if (!includes(countries, 'US') && !includes(countries, 'CA')) return;
  const idRule = includes(countries, 'US') ? 'us.tcpa.prerec_id' : 'ca.adad.hours';
  if (flow.identifies !== true)
    add(
      idRule,
      'refuses',
      'The message does not say who is responsible and how to reach them.',
      'Begin with the registered name; give a telephone number during or after the message.',
    );
  if (!includes(countries, 'US') || campaign.purpose === 'emergency') return;
  const after = flow.optOutOfferedAfter;
  if (after === undefined || after === null)
    add(
      'us.tcpa.prerec_optout',
      'refuses',
      'The message offers no automated opt-out.',
      'Offer a key press or voice opt-out within 2 s after the identification.',
    );
  else if (after > 2000)
    add(
      'us.tcpa.prerec_optout',
      'refuses',
      `The opt-out is offered ${after} ms after the identification.`,
      'Offer it within 2000 ms.',
    );
  if (flow.optOutDisconnects !== true)
    add(
      'us.tcpa.prerec_optout',
      'refuses',
      'The opt-out is not known to record the number and end the call.',
      'Let it do both, and set flow.optOutDisconnects.',
    );
  if (flow.voicemailTollFree !== true)
    add(
      'us.tcpa.prerec_optout',
      'notice',
      'No toll-free number is left on voicemail.',
      'Leave one that reaches the same opt-out, or leave no message.',
    );
}

function reviewConsent(campaign: CampaignFacts, countries: readonly string[], add: Add): void {
  const recorded = campaign.voice !== 'live';
  const byMachine =
    campaign.mode !== 'manual' && !(campaign.mode === 'preview' && campaign.humanInitiated === true);
  if (includes(countries, 'US')) {
    if (recorded && isSales(campaign))
      add(
        'us.tcpa.pewc',
        'notice',
        'Recorded or AI sales calls reach only leads with prior express written consent.',
        'Load consent with the leads; others refuse.',
      );
    else if (recorded)
      add(
        'us.tcpa.wireless_auto',
        'notice',
        'Recorded or AI calls reach wireless lines only with prior express consent.',
        'Load consent and line types with the leads; unknown lines count as wireless.',
      );
    if (campaign.purpose === 'telemarketing' && byMachine)
      add(
        'us.fl.autodial_consent',
        'notice',
        'In Florida, Oklahoma and Maryland this mode needs written consent of each lead, live agent or not.',
        'Call those without consent by preview started by a click, or manually.',
      );
    if (campaign.voice === 'artificial')
      add(
        'us.fcc.ai_voice',
        'notice',
        'An AI voice is an artificial voice: every rule for recorded calls applies.',
        'Treat it as prerecorded.',
      );
  }
  if (!recorded && campaign.purpose === 'telemarketing') {
    for (const [country, rule, whom] of [
      ['DE', 'de.uwg7', 'consumers'],
      ['ES', 'es.consent', 'everyone'],
      ['FR', 'fr.optin', 'consumers (since 2026-08-11)'],
      ['IE', 'ie.si336', 'mobiles'],
    ] as const) {
      if (includes(countries, country))
        add(
          rule,
          'notice',
          `Sales calls to ${whom} in ${PACKS.get(country)?.name ?? country} need prior consent, also by a person.`,
          'Load consent with the leads; others refuse.',
        );
    }
  }
  if (recorded && isSales(campaign)) {
    for (const [country, rule] of [
      ['CA', 'ca.adad.consent'],
      ['GB', 'uk.pecr.r19'],
      ['IE', 'ie.si336'],
      ['DE', 'de.uwg7'],
      ['IT', 'it.automated'],
    ] as const) {
      if (includes(countries, country))
        add(
          rule,
          'notice',
          `Recorded marketing in ${PACKS.get(country)?.name ?? country} needs prior consent.`,
          'Load consent with the leads.',
        );
    }
  }
}

const REGISTRY_DAYS: Readonly<Record<string, readonly [rule: string, days: number]>> = {
  US: ['us.tcpa.dnc_31day', 31],
  CA: ['ca.dncl_31', 31],
  AU: ['au.dncr', 30],
  SG: ['sg.dnc', 21],
  IT: ['it.rpo', 15],
};

function reviewLists(
  campaign: CampaignFacts,
  flow: { readonly at: number },
  countries: readonly string[],
  add: Add,
): void {
  if (campaign.purpose !== 'telemarketing' || campaign.taxExempt === true) return;
  for (const [country, [rule, days]] of Object.entries(REGISTRY_DAYS)) {
    if (!includes(countries, country)) continue;
    const versionAt = campaign.doNotCallVersionAt;
    if (versionAt === undefined)
      add(
        rule,
        'notice',
        `The date of the do-not-call copy for ${country} is not given.`,
        `Set campaign.doNotCallVersionAt; the copy may be at most ${days} days old.`,
      );
    else if (flow.at - versionAt > days * 86_400_000)
      add(
        rule,
        'refuses',
        `The do-not-call copy for ${country} is older than ${days} days.`,
        'Fetch a new copy.',
      );
  }
}

function reviewNotices(
  campaign: CampaignFacts,
  flow: CampaignFlow,
  countries: readonly string[],
  add: Add,
): void {
  if (includes(countries, 'US')) {
    if (flow.identifies !== true && campaign.voice === 'live')
      add(
        'us.tcpa.caller_names',
        'notice',
        'The script is not known to name caller, principal and a number or address.',
        'Put them at the start of the script.',
      );
    if (campaign.autodialer === true && flow.seizesSeveralLines !== false)
      add(
        'us.tcpa.multi_line',
        'notice',
        'An autodialer must not tie up several lines of one business.',
        'Dial one line of a business at a time.',
      );
    if (campaign.purpose === 'telemarketing')
      add(
        'us.registration',
        'notice',
        'Several states ask for registration or a bond before telemarketing (AK, CO, DC, DE, ID, NJ, OH, TX, VT and others).',
        'Register where you call.',
      );
    if (campaign.voice !== 'live')
      add(
        'us.ga.permit',
        'notice',
        'Georgia asks for a permit for recorded calls.',
        'Obtain it, or leave Georgia out.',
      );
    if (campaign.purpose === 'telemarketing')
      add(
        'us.tsr.disclosure',
        'notice',
        'Sales calls disclose promptly: seller, purpose, goods, prize terms.',
        'Put it into the script.',
      );
    if (campaign.purpose === 'debt-collection')
      add(
        'us.regf.identity',
        'notice',
        'Collectors state their identity; voicemail carries only the limited content.',
        'Check script and voicemail.',
      );
    if (campaign.purpose === 'debt-collection')
      add(
        'us.regf.third_party',
        'notice',
        'Third parties are called once, without disclosing the debt.',
        'Keep them out of the list.',
      );
    if (flow.recordsCalls === true && flow.recordingAnnounced !== true)
      add(
        'us.recording_consent',
        'notice',
        'Calls into all-party states are not recorded without an announcement or consent.',
        'Announce the recording and journal it.',
      );
  }
  if (includes(countries, 'CA') && isSales(campaign))
    add(
      'ca.dncl',
      'notice',
      'Telemarketers register with the National DNCL operator and subscribe.',
      'Register first.',
    );
  if (includes(countries, 'CA') && isSales(campaign))
    add(
      'ca.utr.hours',
      'notice',
      'British Columbia forbids some sellers to call on holidays; that is not modelled.',
      'Have it checked for your trade, and close those days by a client policy.',
    );
  if (includes(countries, 'ES') && isSales(campaign))
    add(
      'es.hours',
      'notice',
      'Holidays of towns and days a community picks for one year are not modelled.',
      'Close them by a client policy (closedDates).',
    );
  if (includes(countries, 'IN'))
    add(
      'in.trai.hours',
      'notice',
      'Promotional calls use the 140 series and DLT registration.',
      'Register headers and consent.',
    );
  if (includes(countries, 'BR'))
    add(
      'br.short_calls',
      'notice',
      'Calls of a few seconds are abusive and are blocked by ratio.',
      'Do not drop answered calls.',
    );
}
