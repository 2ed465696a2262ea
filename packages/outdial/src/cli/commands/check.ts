/** `outdial check`: explains whether and when one number may be called. */
import { ruleTitle, type LeadFacts } from '@outdial/compliance';
import { defined, flowVoices, type GateRequest, type CallVoice } from '@outdial/core';
import { readNumberTrail, readPartyOfNumber, type PartyOfNumber } from '@outdial/store';
import { loadFlows, type LoadedFlows } from '../../campaign-file/load-flows.js';
import type { CampaignFile } from '../../campaign-file/types.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../gate/campaign-compliance.js';
import { openEmergencies } from '../../gate/declared-emergencies.js';
import { listText, openDoNotCallLists } from '../../gate/do-not-call-lists.js';
import { interlockOf, interlockRefusal } from '../../gate/interlocks.js';
import { campaignClock, instantOf } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { answerWithoutCampaign } from '../check-without-campaign.js';
import { checkText, type CheckAnswer, type DoNotCallRequest } from '../check-answer.js';
import { CommandError } from '../command-errors.js';
import { findCampaign } from '../find-campaign.js';
import type { CommandIo } from '../io.js';
import type { CheckGiven } from '../syntax/reading-commands.js';
import { readStoredPhone } from '../read-phone.js';
import { withStore } from '../with-store.js';

/**
 * `outdial check <number>`: why this number may or may not be called, and when. What is known of it comes
 * from the store, as for an attempt. With --purpose no campaign is read: the options say what is asked.
 */
export async function check(io: CommandIo, options: CheckGiven): Promise<ExitCode> {
  const answer =
    options.purpose === undefined ? await ofCampaign(io, options) : answerWithoutCampaign(options);
  io.out.write(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : checkText(answer, { width: io.out.columns, all: options.all }),
  );
  return answer.allowed ? EXIT.done : EXIT.findings;
}

async function ofCampaign(io: CommandIo, options: CheckGiven): Promise<CheckAnswer> {
  const apart = (['voice', 'mode', 'line', 'zip', 'country'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (apart !== undefined) throw new CommandError('check-needs-purpose', { option: apart });
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
  return judge({ file, flows, law }, known, facts, at);
}

/** What the store knows of the number. */
interface Known {
  readonly party: PartyOfNumber | null;
  readonly facts: Partial<LeadFacts>;
  /** Requests not to be called, oldest first. */
  readonly requests: readonly DoNotCallRequest[];
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

function judge(
  {
    file,
    flows,
    law,
  }: { readonly file: CampaignFile; readonly flows: LoadedFlows; readonly law: CampaignCompliance },
  known: Known,
  lead: LeadFacts,
  at: number,
): CheckAnswer {
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
