/** A stage on which a customer and an agent talk, and a telephone side that carries out what it is asked. */
import { defined } from '../../../src/index.js';
import type { CallVoice, CampaignEvent, CampaignSettings, PlacedParty } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

export class Talk {
  readonly stage: Stage;
  /** The attempt of the customer. */
  readonly customer: string;

  /** `givenVoices`: what the law allows for flows. */
  constructor(
    agents: readonly string[],
    settings: Partial<CampaignSettings> = {},
    givenVoices?: readonly CallVoice[],
  ) {
    this.stage = new Stage(settings);
    this.stage.start([]);
    this.stage.seat(agents[0] ?? 'a');
    this.stage.supply(lead(1));
    const [customer] = this.stage.openAll(defined({ givenVoices }));
    if (customer === undefined) throw new Error('no call was placed');
    this.customer = customer;
    this.stage.tell({ type: 'call.answered', attemptId: customer });
    this.stage.tell({ type: 'call.connected', attemptId: customer, agentId: agents[0] ?? 'a' });
    for (const agentId of agents.slice(1)) this.stage.seat(agentId);
  }

  /** Gives orders of one agent, and telephony carries out what follows. */
  order(agentId: string, type: string, more: object = {}): void {
    this.stage.tell({ type, agentId, ...more } as Parameters<Stage['tell']>[0]);
    this.arranged();
  }

  /** Telephony carries out the last arrangement, where it was not yet. */
  arranged(): void {
    const last = this.stage.sent('telephony.arrange').at(-1);
    if (!last) return;
    const { attemptId, revision } = last;
    this.stage.tell({ type: 'conversation.arranged', attemptId, revision });
  }

  /** Telephony refuses the last arrangement. */
  refused(party?: string, code: 'telephony-fault' | 'not-supported' = 'telephony-fault'): void {
    const { attemptId, revision } = this.stage.last('telephony.arrange');
    this.stage.tell({
      type: 'conversation.refused',
      attemptId,
      revision,
      refusal: { code, reason: 'it could not be done' },
      ...(party === undefined ? {} : { party: { kind: 'agent', agentId: party } }),
    });
  }

  /** The attempt that calls the third party last asked for. The journal opens it, and it is dialed. */
  third(): string {
    const asked = this.stage.sent('journal.open').at(-1);
    if (asked?.thirdParty === undefined) throw new Error('no third party was asked for');
    this.stage.tell({ type: 'attempt.opened', attemptId: asked.attemptId });
    return asked.attemptId;
  }

  /** The third party answers, and telephony carries out what follows. */
  answers(attemptId: string): void {
    this.stage.tell({ type: 'call.ringing', attemptId }, { type: 'call.answered', attemptId });
    this.arranged();
  }

  /** A call ends at the far end. */
  ends(attemptId: string, q850 = 16): void {
    this.stage.tell({ type: 'call.ended', attemptId, cause: { q850, by: 'far' } });
    this.arranged();
  }

  /** Who is where, as ordered last: `{ customer: 'music', a: 'side' }`. */
  places(): Record<string, string> {
    const { parties } = this.stage.last('telephony.arrange');
    return Object.fromEntries(parties.map((placed) => [this.#name(placed), placeOf(placed)]));
  }

  /** The stage of the conversation, the owner, and the state of each agent. */
  view(): { stage: string | null; owner: string | null; agents: Record<string, string> } {
    const call = this.stage.engine.calls('c').find(({ attemptId }) => attemptId === this.customer);
    const agents = this.stage.engine.agents('c');
    return {
      stage: call?.conversation?.stage ?? call?.stage ?? null,
      owner: call?.agentId ?? null,
      agents: Object.fromEntries(agents.map(({ agentId, state }) => [agentId, state])),
    };
  }

  events<Type extends CampaignEvent['type']>(type: Type): Extract<CampaignEvent, { type: Type }>[] {
    return this.stage.events.filter(
      (event): event is Extract<CampaignEvent, { type: Type }> => event.type === type,
    );
  }

  /** Entries of the audit trail of one kind. */
  entries(kind: string): readonly object[] {
    return this.stage.sent('journal.audit').flatMap((entry) => (entry.kind === kind ? [entry.detail] : []));
  }

  #name({ party }: PlacedParty): string {
    if (party.kind === 'agent') return party.agentId;
    return party.attemptId === this.customer ? 'customer' : party.attemptId;
  }
}

function placeOf({ place, muted, aloneHears }: PlacedParty): string {
  return [place, ...(muted === true ? ['muted'] : []), ...(aloneHears ? [aloneHears] : [])].join(', ');
}
