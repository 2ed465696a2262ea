/** `outdial check`: explains whether and when one number may be called. */
import { ruleTitle, type Decision, type LeadFacts, type TraceEntry } from '@outdial/compliance';
import {
  defined,
  flowVoices,
  utcText,
  type GateRequest,
  type CallRefusal,
  type CallVoice,
} from '@outdial/core';
import { readNumberTrail, readPartyOfNumber, type PartyOfNumber } from '@outdial/store';
import Table from 'cli-table3';
import { loadFlows, type LoadedFlows } from '../../campaign-file/load-flows.js';
import type { CampaignFile } from '../../campaign-file/types.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../gate/campaign-compliance.js';
import { openEmergencies } from '../../gate/declared-emergencies.js';
import { listText, openDoNotCallLists } from '../../gate/do-not-call-lists.js';
import { localHour } from '../../local-time/local-time.js';
import { interlockOf, interlockRefusal } from '../../gate/interlocks.js';
import { campaignClock, instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { CheckGiven } from '../syntax/reading-commands.js';
import { readStoredPhone } from '../read-phone.js';
import { fittingWidths } from '../table-width.js';
import { withStore } from '../with-store.js';

/**
 * `outdial check <number>`: why this number may or may not be called, and when. What is known of it comes
 * from the store, as for an attempt.
 */
export async function check(io: CommandIo, options: CheckGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const { file } = campaign;
  const phone = readStoredPhone(options.number, file.countries[0]);
  const at = instantOf(options.at, campaignClock(io, file)());
  const flows = await loadFlows(campaign);
  const law = createCampaignCompliance(file, flows, {
    doNotCall: await openDoNotCallLists(campaign),
    emergencies: await openEmergencies(campaign),
  });
  const known = await readKnown(io, options.campaign, { phone, campaignId: file.id, at });
  const facts = {
    ...known.facts,
    phone,
    ...defined({ region: options.region?.toUpperCase() }),
  };
  const answer = judge({ file, flows, law }, known, facts, at);
  io.out.write(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : textOf(answer, { width: io.out.columns, all: options.all }),
  );
  return answer.allowed ? EXIT.done : EXIT.findings;
}

/** What the store knows of the number. */
interface Known {
  readonly party: PartyOfNumber | null;
  readonly facts: Partial<LeadFacts>;
  /** Requests not to be called, oldest first. */
  readonly requests: readonly { readonly at: number; readonly source: string }[];
}

async function readKnown(
  io: CommandIo,
  given: string | undefined,
  call: { readonly phone: string; readonly campaignId: string; readonly at: number },
): Promise<Known> {
  return withStore(io, given, async (store) => {
    const party = await readPartyOfNumber(store, call);
    const requests = (await readNumberTrail(store, call.phone)).doNotCall.filter(
      ({ scope }) => scope === 'company' || scope === call.campaignId,
    );
    const [first] = requests;
    return {
      party,
      requests,
      facts:
        (party?.facts as Partial<LeadFacts> | undefined) ??
        (first ? { doNotCall: { internal: { requestedAt: first.at } } } : {}),
    };
  });
}

interface Answer {
  readonly phone: string;
  readonly at: number;
  readonly allowed: boolean;
  /** When the law alone would allow the call; null when waiting does not cure it. */
  readonly nextByLaw: number | null;
  /** When everything together may allow it; null when waiting does not cure it. */
  readonly nextAllowedAt: number | null;
  readonly lead: Pick<PartyOfNumber, 'leadId' | 'listId' | 'account' | 'state'> | null;
  readonly earlierContacts: number;
  readonly timeZones: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Lists looked in, in words, and those that hold the number. */
  readonly lists: { readonly lookedIn: readonly string[]; readonly holding: readonly string[] };
  readonly requests: Known['requests'];
  readonly interlock: CallRefusal | null;
  /** What the store holds against the call beside the law, or null. */
  readonly store: string | null;
  readonly refusals: readonly (CallRefusal & { readonly title: string })[];
  readonly verdicts: readonly { readonly voice: CallVoice; readonly decision: Decision }[];
}

function judge(
  {
    file,
    flows,
    law,
  }: { readonly file: CampaignFile; readonly flows: LoadedFlows; readonly law: CampaignCompliance },
  known: Known,
  lead: LeadFacts,
  at: number,
): Answer {
  const { party, requests } = known;
  const voices: readonly CallVoice[] =
    file.mode === 'agentless' && flows.agentless ? flowVoices(flows.agentless) : [file.compliance.voice];
  const request: GateRequest = {
    at,
    campaignId: file.id,
    lead,
    history: party?.history ?? [],
    mode: file.mode,
    humanInitiated: file.mode === 'manual',
    voices,
  };
  const judged = law.judge(request);
  const found = interlockOf(lead.phone, file);
  const interlock = found === null ? null : interlockRefusal(found, at);
  const store = storeWords(party, requests.length > 0);
  const next = [
    judged.nextAllowedAt,
    ...(interlock === null ? [] : [interlock.nextAllowedAt]),
    ...(store === null ? [] : [null]),
  ];
  const first = judged.evaluations[0]?.decision;
  return {
    phone: lead.phone,
    at,
    allowed: judged.refusals.length === 0 && interlock === null && store === null,
    nextByLaw: judged.nextAllowedAt,
    nextAllowedAt: next.includes(null) ? null : Math.max(...next.map(Number)),
    lead: party && { leadId: party.leadId, listId: party.listId, account: party.account, state: party.state },
    earlierContacts: request.history.length,
    timeZones: first?.timeZones ?? [],
    jurisdictions: first?.jurisdictions ?? [],
    lists: {
      lookedIn: law.doNotCall.inUse.map(listText),
      holding: law.doNotCall
        .holding(lead.phone)
        .map(({ name, bars }) => (bars === undefined ? name : `${name}, which bars ${bars}`)),
    },
    requests,
    interlock,
    store,
    refusals: judged.refusals.map((refusal) => ({ ...refusal, title: ruleTitle(refusal.rule) ?? '' })),
    verdicts: judged.evaluations
      .filter(({ when }) => when === 'now')
      .map(({ request: { campaign }, decision }) => ({ voice: campaign.voice, decision })),
  };
}

/** What keeps the store from opening an attempt. */
function storeWords(party: PartyOfNumber | null, asked: boolean): string | null {
  if (asked)
    return (
      "the person asked not to be called: never again, by this store's own rule, whatever " +
      'the law would allow'
    );
  if (!party) return null;
  if (party.barredBy !== null) return `${party.barredBy}: known of this number or person`;
  if (party.state === 'closed') return 'the lead is closed';
  return party.open ? null : 'this number of the lead is closed';
}

function textOf(
  answer: Answer,
  shown: { readonly width: number | undefined; readonly all: boolean },
): string {
  const { lead, timeZones, lists, requests, interlock } = answer;
  const zones = timeZones.map((zone) => `${zone} (${localHour(answer.at, zone)})`).join(', ');
  const lines: (readonly [string, string])[] = [
    [
      'lead',
      lead === null
        ? 'not in the store: judged by the number alone; --region names the state'
        : `${lead.account === null ? lead.leadId : `account ${lead.account}`} in list ` +
          `${lead.listId}, ${lead.state}; ${answer.earlierContacts} earlier contacts`,
    ],
    ['zones', zones || 'none known'],
    ['jurisdictions', answer.jurisdictions.join(', ') || 'none known'],
    ['do-not-call', doNotCallWords(lists, requests)],
    ...(interlock === null ? [] : [['interlock', interlock.message] as const]),
    ...(answer.store === null ? [] : [['store', answer.store] as const]),
    ['next legal', nextText(answer.nextByLaw, answer)],
    ...(interlock === null && answer.store === null ? [] : [['next in all', inAllText(answer)] as const]),
  ];
  const notes = shown.all
    ? 0
    : answer.verdicts.flatMap(({ decision }) => decision.trace).filter(isDuty).length;
  return [
    `${answer.phone} at ${utcText(answer.at, 'minute')} UTC: ` +
      `${answer.allowed ? 'may be called' : 'must not be called'}`,
    ...lines.map(([name, words]) => `${name.padEnd(15)}${words}`),
    tableText(answer, shown),
    ...(notes > 0 ? [`${notes} further rules bind the campaign, not this call: --all lists them.`] : []),
    'The law is asked again at each call. Not legal advice.',
    '',
  ].join('\n');
}

function doNotCallWords(lists: Answer['lists'], requests: Answer['requests']): string {
  const asked = requests.map(
    ({ at, source }) => `asked not to be called on ${utcText(at, 'minute')} UTC (${source})`,
  );
  const held = lists.holding.length > 0 ? [`on the list ${lists.holding.join('; ')}`] : [];
  const looked = lists.lookedIn.length === 0 ? 'no list is loaded' : `looked in ${lists.lookedIn.join('; ')}`;
  return `${[...asked, ...held].join('; ') || 'no request, on no list'}; ${looked}`;
}

function nextText(next: number | null, answer: Answer): string {
  if (next === null) return 'never by waiting: see what refuses';
  if (next <= answer.at) return 'now';
  const [zone] = answer.timeZones;
  return `${utcText(next, 'minute')} UTC${zone === undefined ? '' : `, ${localHour(next, zone)} in ${zone}`}`;
}

/** What ends an interlock is a change of yours, not the hour. */
function inAllText(answer: Answer): string {
  if (answer.nextAllowedAt === null) return 'never by waiting: see what holds it back above';
  return (
    `${nextText(answer.nextAllowedAt, answer)}, when the lead is looked at again; the ` +
    'interlock ends when you mend it'
  );
}

/** Rules that say what the campaign owes, not whether this call is allowed. */
function isDuty({ rule, verdict }: TraceEntry): boolean {
  return verdict === 'notes' && !rule.startsWith('policy.');
}

function tableText(
  answer: Answer,
  { width, all }: { readonly width: number | undefined; readonly all: boolean },
): string {
  const several = answer.verdicts.length > 1;
  const rows = [
    ...answer.refusals.map((refusal) => [
      ...(several ? [''] : []),
      refusal.rule,
      'refuses',
      ruleTitle(refusal.rule) ?? '',
      `${refusal.message} ${refusal.citation}. ${untilText(refusal.nextAllowedAt)}`,
    ]),
    ...answer.verdicts.flatMap(({ voice, decision }) =>
      decision.trace
        .filter((entry) => entry.verdict !== 'refuses' && (all || !isDuty(entry)))
        .map((entry) => [
          ...(several ? [voice as string] : []),
          entry.rule,
          entry.verdict,
          ruleTitle(entry.rule) ?? '',
          entry.detail === ruleTitle(entry.rule) ? '' : (entry.detail ?? ''),
        ]),
    ),
  ];
  const head = [...(several ? ['voice'] : []), 'rule', 'verdict', 'title', 'detail'];
  const table = new Table({
    head,
    colWidths: fittingWidths(width, [head, ...rows], { [head.length - 2]: 50, [head.length - 1]: 90 }),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}

function untilText(nextAllowedAt: number | null): string {
  return nextAllowedAt === null
    ? 'Waiting does not cure it.'
    : `Until ${utcText(nextAllowedAt, 'minute')} UTC.`;
}
