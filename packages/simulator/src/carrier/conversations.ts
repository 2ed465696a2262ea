/** Conversations of several parties on the simulated telephone side: who is in which room, and recordings. */
import { defined, DIGITS } from '@outdial/core';
import type {
  ArrangeCommand,
  AttemptId,
  ConversationFact,
  PartyPlace,
  PartyRef,
  PlacedParty,
  SendDigitsCommand,
  SetRecordingCommand,
  TelephonyRefusal,
  TelephonyRefusalCode,
  Unstamped,
} from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import type { AgentLegs } from './agent-legs.js';
import type { SimulatedCall } from './simulated-call.js';

/** From an arrangement until everyone is in place, ms. */
const ARRANGE_MS = 6;

/** What conversations need of the carrier around them. */
export interface ConversationHost {
  readonly clock: VirtualClock;
  readonly legs: AgentLegs;
  call(attemptId: AttemptId): SimulatedCall | undefined;
  tell(attemptId: AttemptId, fact: Unstamped<ConversationFact, 'at' | 'campaignId' | 'attemptId'>): void;
}

interface Arranged {
  revision: number;
  inForce: boolean;
  agents: ReadonlySet<string>;
  /** Those of them who are in a room, and not only listening. */
  inRooms: readonly string[];
  /** Legs that hear ringing while they are alone in their room, with who else is placed there. */
  readonly ringing: ReadonlyMap<string, readonly PartyRef[]>;
  /** Calls beside the customer's. */
  others: readonly AttemptId[];
  /** Agents who leave with this arrangement. */
  leaving: readonly string[];
  booking: Booking | undefined;
}

interface Recording {
  readonly attemptId: AttemptId;
  readonly file: string;
  readonly since: number;
  state: 'on' | 'paused' | 'done';
  durationMs: number;
}

/** A refusal, with the party at fault. */
interface Refused {
  readonly code: TelephonyRefusalCode;
  readonly reason: string;
  readonly party?: PartyRef;
}

/** The conversations and recordings of one carrier. They outlive the dialer's process. */
export class Conversations {
  readonly #host: ConversationHost;
  readonly #byCall = new Map<AttemptId, Arranged>();
  readonly #recordings = new Map<string, Recording>();
  /** Keys that were sent, by call and id. */
  readonly #digits = new Set<string>();

  constructor(host: ConversationHost) {
    this.#host = host;
  }

  /** Puts everyone in their place, or says why not. */
  arrange(command: ArrangeCommand): void {
    const { attemptId, revision } = command;
    const call = this.#host.call(attemptId);
    const known = this.#byCall.get(attemptId);
    if (known && revision < known.revision) return;
    if (known && revision === known.revision) {
      if (known.inForce) this.#host.tell(attemptId, { type: 'conversation.arranged', revision });
      return;
    }
    const refused = call ? this.#refusalOf(command) : NO_CALL;
    if (!call || refused) {
      const { party, ...refusal } = refused ?? NO_CALL;
      const fact = { type: 'conversation.refused', revision, refusal } as const;
      this.#host.tell(attemptId, party === undefined ? fact : { ...fact, party });
      return;
    }
    this.#host.clock.cancel(known?.booking);
    const agents = new Set(agentsOf(command));
    // Taken at once, so that no other conversation gets a leg that is on its way here.
    for (const agentId of agents) this.#host.legs.bridge(agentId, attemptId);
    // Who was connected after the last arrangement is in none.
    const connected = call.agentId === null ? [] : [call.agentId];
    const before = new Set([...connected, ...(known?.agents ?? []), ...(known?.leaving ?? [])]);
    const leaving = [...before].filter((agentId) => !agents.has(agentId));
    const others = othersOf(command);
    const gone = (known?.others ?? []).filter((other) => !others.includes(other));
    const arranged: Arranged = {
      revision,
      inForce: false,
      agents,
      inRooms: agentsInRooms(command).map(({ agentId }) => agentId),
      ringing: ringingIn(command),
      others,
      leaving,
      booking: undefined,
    };
    this.#byCall.set(attemptId, arranged);
    arranged.booking = this.#host.clock.after(ARRANGE_MS, () => {
      const absent = [...agents].find((agentId) => this.#host.legs.callOf(agentId) !== attemptId);
      if (absent !== undefined) return this.#restore(command, { known, before, absent });
      arranged.inForce = true;
      for (const agentId of leaving) this.#host.legs.unbridge(agentId, attemptId);
      arranged.leaving = [];
      // An agent whom a later order connects stays: the newest order counts.
      const { agentId } = call;
      const isConnectedSince = agentId !== null && !agents.has(agentId) && !leaving.includes(agentId);
      if (!isConnectedSince) call.arranged(placesOf(command, attemptId));
      for (const other of others) this.#host.call(other)?.arranged(placesOf(command, other));
      for (const other of gone) this.#host.call(other)?.arranged(ALONE);
      this.#host.tell(attemptId, { type: 'conversation.arranged', revision });
    });
  }

  /** A leg went down on its way: everyone else is where they were. */
  #restore(
    { attemptId, revision, parties }: ArrangeCommand,
    { known, before, absent }: { known: Arranged | undefined; before: ReadonlySet<string>; absent: string },
  ): void {
    const { legs, tell } = this.#host;
    for (const agentId of agentsOf({ parties })) if (!before.has(agentId)) legs.unbridge(agentId, attemptId);
    const agents = new Set([...before].filter((agentId) => legs.callOf(agentId) === attemptId));
    const { revision: revisionBefore = 0, inForce = false } = known ?? {};
    this.#byCall.set(attemptId, {
      revision: revisionBefore,
      inForce,
      agents,
      inRooms: known?.inRooms ?? [],
      ringing: known?.ringing ?? new Map(),
      others: known?.others ?? [],
      leaving: [],
      booking: undefined,
    });
    tell(attemptId, {
      type: 'conversation.refused',
      revision,
      refusal: { code: 'no-leg', reason: "the agent's leg has ended" },
      party: { kind: 'agent', agentId: absent },
    });
  }

  /** Sends keys once for each id. Returns why not; undefined: a command that was given before. */
  sendDigits({ attemptId, digitsId, digits }: SendDigitsCommand): TelephonyRefusal | null | undefined {
    const key = `${attemptId} ${digitsId}`;
    if (this.#digits.has(key)) return undefined;
    this.#digits.add(key);
    if (!DIGITS.test(digits)) return { code: 'bad-command', reason: 'these are not keys' };
    const call = this.#host.call(attemptId);
    if (!call) return { code: NO_CALL.code, reason: NO_CALL.reason };
    return call.phase === 'answered' ? null : { code: 'not-answered', reason: 'the call is not answered' };
  }

  /** Turns a recording on, pauses it, or ends it. */
  setRecording({ attemptId, recordingId, state, file }: SetRecordingCommand): void {
    const known = this.#recordings.get(recordingId);
    const call = this.#host.call(attemptId);
    if (known?.state === 'done') {
      if (state === 'off') this.#completed(recordingId, known);
      else this.#failed(attemptId, recordingId);
      return;
    }
    if (state === 'off') {
      if (known) this.#end(recordingId, known);
      else this.#failed(attemptId, recordingId);
      return;
    }
    if (call?.phase !== 'answered') return this.#failed(attemptId, recordingId);
    const since = known?.since ?? this.#host.clock.now();
    this.#recordings.set(recordingId, { attemptId, file, since, state, durationMs: 0 });
    this.#host.tell(attemptId, { type: 'recording.changed', recordingId, state });
  }

  /** The call is over: everyone else is free, and its recordings are whole. */
  ended(attemptId: AttemptId): void {
    const known = this.#byCall.get(attemptId);
    this.#byCall.delete(attemptId);
    for (const other of known?.others ?? []) this.#host.call(other)?.arranged(ALONE);
    for (const [customerId, { others }] of this.#byCall)
      if (others.includes(attemptId)) this.#partnerEnded(customerId, attemptId);
    this.#host.clock.cancel(known?.booking);
    for (const agentId of [...(known?.agents ?? []), ...(known?.leaving ?? [])])
      this.#host.legs.unbridge(agentId, attemptId);
    for (const [recordingId, recording] of this.#recordings)
      if (recording.attemptId === attemptId && recording.state !== 'done') this.#end(recordingId, recording);
  }

  /** An agent's leg broke: the customer hears it, and so does a third party in the same room. */
  bridgeBroken(attemptId: AttemptId, agentId: string): void {
    const { others = [] } = this.#byCall.get(attemptId) ?? {};
    for (const each of [attemptId, ...others]) this.#host.call(each)?.bridgeBroken(agentId);
  }

  /** A party beside the customer is gone: whom it leaves alone hears music. */
  #partnerEnded(customerId: AttemptId, attemptId: AttemptId): void {
    const known = this.#byCall.get(customerId);
    if (known) known.others = known.others.filter((other) => other !== attemptId);
    this.#host.call(customerId)?.partnerEnded(attemptId);
  }

  /** Another process is in control: its revisions begin anew. */
  reconciled(attemptId: AttemptId): void {
    const known = this.#byCall.get(attemptId);
    if (known) known.revision = 0;
  }

  /** The agents who are in the rooms of a conversation. */
  agentsOf(attemptId: AttemptId): readonly string[] {
    const { inRooms = [] } = this.#byCall.get(attemptId) ?? {};
    return inRooms.filter((agentId) => this.#host.legs.callOf(agentId) === attemptId);
  }

  /** The agent's leg is alone in its room, and hears ringing there. */
  rings(agentId: string): boolean {
    const attemptId = this.#host.legs.callOf(agentId);
    const { inForce = false, others = [], ringing = null } = this.#byCall.get(attemptId ?? '') ?? {};
    const beside = ringing?.get(agentId);
    const isThere = (party: PartyRef): boolean =>
      party.kind === 'agent'
        ? this.#host.legs.callOf(party.agentId) === attemptId
        : party.attemptId === attemptId || others.includes(party.attemptId);
    return inForce && beside !== undefined && !beside.some(isThere);
  }

  #refusalOf(command: ArrangeCommand): Refused | null {
    const bad = badCommand(command);
    if (bad) return bad;
    for (const { party } of command.parties) {
      const refused = party.kind === 'call' ? this.#refusedCall(party) : this.#refusedLeg(command, party);
      if (refused) return { ...refused, party };
    }
    return null;
  }

  #refusedCall({ attemptId }: Extract<PartyRef, { kind: 'call' }>): Refused | null {
    const call = this.#host.call(attemptId);
    if (!call) return NO_CALL;
    return call.phase === 'answered' ? null : { code: 'not-answered', reason: 'the call is not answered' };
  }

  #refusedLeg({ attemptId }: ArrangeCommand, party: Extract<PartyRef, { kind: 'agent' }>): Refused | null {
    const { legs } = this.#host;
    if (!legs.isUp(party.agentId)) return { code: 'no-leg', reason: 'the agent has no leg' };
    const other = legs.callOf(party.agentId);
    const isElsewhere = other !== null && other !== attemptId;
    return isElsewhere ? { code: 'leg-busy', reason: 'the leg is in another conversation' } : null;
  }

  #end(recordingId: string, recording: Recording): void {
    recording.state = 'done';
    recording.durationMs = this.#host.clock.now() - recording.since;
    this.#completed(recordingId, recording);
  }

  #completed(recordingId: string, { attemptId, file, durationMs }: Recording): void {
    this.#host.tell(attemptId, {
      type: 'recording.completed',
      recordingId,
      file: `${file}.wav`,
      durationMs,
    });
  }

  #failed(attemptId: AttemptId, recordingId: string): void {
    const reason = 'there is nothing to record';
    this.#host.tell(attemptId, { type: 'recording.failed', recordingId, code: 'unknown-call', reason });
  }
}

const NO_CALL: Refused = { code: 'unknown-call', reason: 'there is no such call' };

/** A command that contradicts itself. */
function badCommand({ attemptId, parties }: ArrangeCommand): Refused | null {
  const names = parties.map(({ party }) =>
    party.kind === 'agent' ? `agent ${party.agentId}` : party.attemptId,
  );
  const watches = ({ place }: PlacedParty): boolean => place === 'listening' || place === 'whispering';
  const isBad =
    !names.includes(attemptId) ||
    new Set(names).size !== names.length ||
    parties.some((placed) => watches(placed) !== (placed.watchedAgentId !== undefined)) ||
    parties.some((placed) => watches(placed) && placed.party.kind === 'call') ||
    parties.some((placed) => placed.aloneHears && (placed.party.kind === 'call' || !isInRoom(placed)));
  return isBad ? { code: 'bad-command', reason: 'the arrangement contradicts itself' } : null;
}

/** A call that an arrangement leaves out hears music. */
const ALONE = { inRoom: false, heard: [], agentId: null } as const;

function othersOf({ attemptId, parties }: ArrangeCommand): readonly AttemptId[] {
  return parties.flatMap(({ party }) =>
    party.kind === 'call' && party.attemptId !== attemptId ? [party.attemptId] : [],
  );
}

function agentsOf({ parties }: Pick<ArrangeCommand, 'parties'>): readonly string[] {
  return parties.flatMap(({ party }) => (party.kind === 'agent' ? [party.agentId] : []));
}

const isInRoom = ({ place }: PlacedParty): boolean => place === 'main' || place === 'side';

/** Everyone who hears ringing while they are alone, with the others in their room. */
function ringingIn({ parties }: ArrangeCommand): ReadonlyMap<string, readonly PartyRef[]> {
  return new Map(
    parties.flatMap(({ party, place, aloneHears }) => {
      const others = parties.filter((each) => each.party !== party && each.place === place);
      if (party.kind !== 'agent' || aloneHears === undefined) return [];
      return [[party.agentId, others.map((each) => each.party)] as const];
    }),
  );
}

/** The agents who are in a room, and not only listening. */
function agentsInRooms({
  parties,
}: Pick<ArrangeCommand, 'parties'>): readonly { readonly agentId: string; readonly place: PartyPlace }[] {
  return parties.flatMap(({ party, place }) =>
    party.kind === 'agent' && isInRoom({ party, place }) ? [{ agentId: party.agentId, place }] : [],
  );
}

/** What the customer hears, and which agent the call counts as being with. */
function placesOf(
  { attemptId: customerId, parties }: ArrangeCommand,
  attemptId: AttemptId,
): {
  /** The customer is put into a room. */
  readonly inRoom: boolean;
  readonly heard: readonly string[];
  readonly agentId: string | null;
  readonly partyId?: AttemptId;
} {
  const customer = parties.find(({ party }) => party.kind === 'call' && party.attemptId === attemptId);
  const agents = agentsInRooms({ parties });
  const own = customer?.place;
  const heard = agents.filter(({ place }) => own !== 'music' && place === own);
  const partner = parties.find(
    ({ party, place }) => party.kind === 'call' && party.attemptId !== attemptId && place === own,
  );
  const partyId = own !== 'music' && partner?.party.kind === 'call' ? partner.party.attemptId : undefined;
  return {
    inRoom: customer?.place !== 'music',
    heard: heard.map(({ agentId }) => agentId),
    // The agent's leg is counted with the customer's call.
    agentId: attemptId === customerId ? (agents[0]?.agentId ?? null) : null,
    ...defined({ partyId }),
  };
}
