/**
 * Telephony that connects no agent who may be in a conversation at another dialer. An agent whose presence
 * the store has confirmed lately is connected at once, and nothing is asked.
 */
import type { ArrangeCommand, ConnectCommand, Fact, FactSink, Telephony } from '@outdial/core';
import type { AgentPresence } from '@outdial/store';
import { Outstanding } from '../records/outstanding.js';

/** What a fence is made of. */
export interface FenceParts {
  readonly telephony: Telephony;
  readonly presence: AgentPresence;
  readonly campaignOf: (agentId: string) => string | undefined;
  readonly sink: FactSink;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * A called party waits for this answer, who must not hear silence for long. Where the store gives none, the
 * agent is connected: nobody can log in at another dialer on that store either, as far as is known.
 */
const CONFIRM_WITHIN_MS = 500;

/** The telephony of an engine whose agents could work elsewhere. */
export class FencedTelephony {
  readonly port: Telephony;
  readonly #parts: FenceParts;
  readonly #outstanding = new Outstanding();

  constructor(parts: FenceParts) {
    const { telephony } = parts;
    this.#parts = parts;
    this.port = {
      dial: (command) => telephony.dial(command),
      hangUp: (command) => telephony.hangUp(command),
      connect: (command) => this.#connect(command),
      ringAgent: (command) => telephony.ringAgent(command),
      hangUpAgent: (command) => telephony.hangUpAgent(command),
      play: (command) => telephony.play(command),
      stopPlay: (command) => telephony.stopPlay(command),
      record: (command) => telephony.record(command),
      stopRecord: (command) => telephony.stopRecord(command),
      waitForBeep: (command) => telephony.waitForBeep(command),
      probe: (command) => telephony.probe(command),
      reconcile: (command) => telephony.reconcile(command),
      arrange: (command) => this.#arrange(command),
      sendDigits: (command) => telephony.sendDigits(command),
      setRecording: (command) => telephony.setRecording(command),
      admitInbound: (command) => telephony.admitInbound(command),
      refuseInbound: (command) => telephony.refuseInbound(command),
    };
  }

  /** Resolves when no connection waits for the store; undefined when none does. */
  idle(): Promise<void> | undefined {
    return this.#outstanding.idle();
  }

  #connect(command: ConnectCommand): void {
    const { presence, telephony } = this.#parts;
    const { attemptId, agentId } = command;
    if (presence.isSure(agentId)) return telephony.connect(command);
    this.#outstanding.ask(attemptId);
    void presence.confirm(agentId, CONFIRM_WITHIN_MS).then((state) => {
      if (state === 'lost') this.#parts.sink(this.#refusal(command));
      else telephony.connect(command);
      this.#outstanding.answer(attemptId);
    });
  }

  /** An arrangement waits for every agent whose place is not sure; one agent elsewhere refuses it. */
  #arrange(command: ArrangeCommand): void {
    const { presence, telephony } = this.#parts;
    const unsure = agentsOf(command).filter((agentId) => !presence.isSure(agentId));
    if (unsure.length === 0) return telephony.arrange(command);

    const { attemptId, revision } = command;
    const key = `${attemptId} ${revision}`;
    this.#outstanding.ask(key);
    void Promise.all(unsure.map((agentId) => presence.confirm(agentId, CONFIRM_WITHIN_MS))).then((states) => {
      const elsewhere = unsure.find((_agentId, index) => states[index] === 'lost');
      if (elsewhere === undefined) telephony.arrange(command);
      else this.#parts.sink(this.#arrangementRefusal(command, elsewhere));
      this.#outstanding.answer(key);
    });
  }

  #arrangementRefusal({ attemptId, revision }: ArrangeCommand, agentId: string): Fact {
    const campaignId = this.#parts.campaignOf(agentId) ?? '';
    return {
      type: 'conversation.refused',
      at: this.#parts.now(),
      campaignId,
      attemptId,
      revision,
      refusal: { code: 'leg-busy', reason: ELSEWHERE },
      party: { kind: 'agent', agentId },
    };
  }

  #refusal({ attemptId, agentId }: ConnectCommand): Fact {
    const campaignId = this.#parts.campaignOf(agentId) ?? '';
    return {
      type: 'call.connect-failed',
      at: this.#parts.now(),
      campaignId,
      attemptId,
      agentId,
      reason: ELSEWHERE,
    };
  }
}

const ELSEWHERE = 'the agent works at another dialer by now';

/** The agents whose legs an arrangement needs. */
function agentsOf({ parties }: ArrangeCommand): readonly string[] {
  return parties.flatMap(({ party }) => (party.kind === 'agent' ? [party.agentId] : []));
}
