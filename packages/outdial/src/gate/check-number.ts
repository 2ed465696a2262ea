/** What the law, the interlocks and the store say of one number of a campaign, without placing a call. */
import type { Decision, LeadFacts } from '@outdial/compliance';
import { flowVoices, type CallRefusal, type CallVoice, type GateRequest } from '@outdial/core';
import {
  findFactSubject,
  readFacts,
  readNumberTrail,
  readPartyOfNumber,
  readUnlistedNumber,
  type FactOnFile,
  type KnownNumber,
  type PartyOfNumber,
  type Store,
} from '@outdial/store';
import type { LoadedFlows } from '../campaign-file/load-flows.js';
import type { CampaignFile } from '../campaign-file/types.js';
import type { CampaignCompliance } from './campaign-compliance.js';
import { listText } from './do-not-call-lists.js';
import { interlockOf, interlockRefusal } from './interlocks.js';
import { titleOfRule } from './rule-title.js';

/** A request not to be called. */
export interface RequestOnFile {
  /** Epoch ms. */
  readonly at: number;
  readonly source: string;
}

/** A fact of the law about the number or its person. */
export type FactInForce = Pick<FactOnFile, 'kind' | 'value' | 'at' | 'source'>;

/** The answer about one number. */
export interface NumberCheck {
  /** What was asked where no campaign file says it; null: the campaign's. */
  readonly question: string | null;
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
  /** Requests not to be called, oldest first. */
  readonly requests: readonly RequestOnFile[];
  /** Facts of the law in force for the number and its person, oldest first: they may close the lead. */
  readonly facts: readonly FactInForce[];
  readonly interlock: CallRefusal | null;
  /** What the store holds against the call beside the law, or null. */
  readonly store: string | null;
  readonly refusals: readonly (CallRefusal & { readonly title: string })[];
  readonly verdicts: readonly { readonly voice: CallVoice; readonly decision: Decision }[];
}

/** What the store knows of a number. */
export interface KnownOfNumber extends Pick<KnownNumber, 'history' | 'barredBy'> {
  readonly party: PartyOfNumber | null;
  readonly facts: Partial<LeadFacts>;
  /** Requests not to be called, oldest first. */
  readonly requests: readonly RequestOnFile[];
  readonly inForce: readonly FactInForce[];
}

/** Reads what the store knows of a number (E.164), as an attempt of the campaign would. */
export async function readKnownOfNumber(
  store: Store,
  call: { readonly phone: string; readonly campaignId: string; readonly at: number },
): Promise<KnownOfNumber> {
  const party = await readPartyOfNumber(store, call);
  const requests = (await readNumberTrail(store, call.phone)).doNotCall.filter(
    ({ scope }) => scope === 'company' || scope === call.campaignId,
  );
  const { facts, history, barredBy } = party ?? (await readUnlistedNumber(store, call));
  const onFile = await readFacts(store, await findFactSubject(store, { phone: call.phone }));
  return {
    party,
    requests,
    inForce: onFile
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ kind, value, at, source }) => ({ kind, value, at, source })),
    facts: facts as Partial<LeadFacts>,
    history,
    barredBy,
  };
}

/** The campaign for which a number is checked. */
export interface CheckedCampaign {
  readonly file: CampaignFile;
  readonly flows: LoadedFlows;
  readonly law: Pick<CampaignCompliance, 'judge' | 'doNotCall'>;
}

/** What the law, the interlocks and the store say of a call to a number at `at`, epoch ms. */
export function checkNumber(
  { file, flows, law }: CheckedCampaign,
  known: KnownOfNumber,
  lead: LeadFacts,
  at: number,
): NumberCheck {
  const { party, requests } = known;
  const voices: readonly CallVoice[] =
    file.mode === 'agentless' && flows.agentless ? flowVoices(flows.agentless) : [file.compliance.voice];
  const request: GateRequest = {
    at,
    campaignId: file.id,
    lead,
    history: known.history,
    mode: file.mode,
    humanInitiated: file.mode === 'manual',
    voices,
  };
  const judged = law.judge(request);
  const found = interlockOf(lead.phone, file);
  const interlock = found === null ? null : interlockRefusal(found);
  const store = storeWords(known);
  const next = [
    judged.nextAllowedAt,
    ...(interlock === null ? [] : [interlock.nextAllowedAt]),
    ...(store === null ? [] : [null]),
  ];
  const first = judged.evaluations[0]?.decision;
  return {
    question: null,
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
    facts: known.inForce,
    interlock,
    store,
    refusals: judged.refusals.map((refusal) => ({ ...refusal, title: titleOfRule(refusal.rule) ?? '' })),
    verdicts: judged.evaluations
      .filter(({ when }) => when === 'now')
      .map(({ request: { campaign }, decision }) => ({ voice: campaign.voice, decision })),
  };
}

/** What the store says of a lead that is closed. */
export const LEAD_CLOSED: string = 'the lead is closed';

/** What keeps the store from opening an attempt. */
function storeWords({ party, barredBy, requests }: KnownOfNumber): string | null {
  if (requests.length > 0)
    return (
      "the person asked not to be called: never again, by this store's own rule, whatever " +
      'the law would allow'
    );
  if (barredBy !== null) return `${barredBy}: known of this number or person`;
  if (!party) return null;
  if (party.state === 'closed') return LEAD_CLOSED;
  return party.open ? null : 'this number of the lead is closed';
}
