/** The orders that agents and supervisors may give to a running campaign, as methods. */
import { defined, type Callback, type DialMode } from '@outdial/core';
import type { AgentLogin } from './attendance.js';
import { ConversationMethods } from './conversation-methods.js';
import { AGENT_ORDERS, CAMPAIGN_ORDERS, type OrderAnswer } from './orders.js';

/** What an agent says of a call besides its disposition. */
export interface CallNotes {
  /** When to call back, where the disposition calls back. */
  readonly callback?: Callback;
  /** What the agent notes of the call. */
  readonly notes?: string;
  /** Answers that the agent writes down, by name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The agent pauses after this call: the pause code, for reports. */
  readonly pause?: string;
}

/**
 * Orders by name: each method gives one entry of {@link AGENT_ORDERS} or {@link CAMPAIGN_ORDERS}, and answers
 * whether it was accepted.
 */
export abstract class OrderMethods extends ConversationMethods {
  // Orders of agents.

  /** The agent is here, paused; {@link OrderMethods.ready} follows when they take calls. */
  logIn(agent: AgentLogin): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS['log-in'], agent);
  }

  /** The agent leaves; a live call ends in its own time. */
  logOut(agentId: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS['log-out'], { agentId });
  }

  /** The agent takes calls; in wrap-up this ends it. */
  ready(agentId: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.ready, { agentId });
  }

  /**
   * Calls the agent's station again, in place of what is left of its leg: a browser whose page was loaded
   * anew. A customer of theirs hears music meanwhile, and is with them again once the leg is up.
   */
  callStation(agentId: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS['call-station'], { agentId });
  }

  /** The agent takes no more calls after the present one. `code`: why, for reports. */
  pause(agentId: string, code: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.pause, { agentId, code });
  }

  /** Preview: dials the lead on offer. */
  accept(agentId: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.accept, { agentId });
  }

  /** Preview: gives the lead on offer back. */
  skip(agentId: string, reason?: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.skip, { agentId, ...defined({ reason }) });
  }

  /** Asks for one call: to this lead, or to the next. */
  manualDial(agentId: string, leadId?: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.dial, { agentId, ...defined({ leadId }) });
  }

  /** Ends the agent's call. */
  hangUp(agentId: string): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS['hang-up'], { agentId });
  }

  /**
   * Says what the call was. A code that calls back needs `callback`; the law is asked about its time
   * (`callback.refused` tells the answer). `notes` and `fields` are kept with the attempt: `readAnswers` has
   * them, notes under the name 'notes'. With `pause` the agent is paused when their wrap-up is over.
   */
  dispose(agentId: string, code: string, said: CallNotes = {}): Promise<OrderAnswer> {
    return this.order(AGENT_ORDERS.dispose, { agentId, code, ...said });
  }

  // Orders of supervisors.

  /** Changes the mode while calls are in flight. */
  setMode(mode: DialMode): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.mode, { mode });
  }

  /** Calls per free agent; null gives the speed back to the pacer. The legal limits hold either way. */
  setSpeed(speed: number | null): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.speed, { speed });
  }

  /** Places no new calls until {@link OrderMethods.resume}; live ones go on. */
  pauseCampaign(reason: string): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.pause, { reason });
  }

  /** Dials again after {@link OrderMethods.pauseCampaign}. */
  resume(): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.resume, {});
  }

  /** Drains: no new calls, live ones end in their own time, then the campaign is 'stopped'. */
  stop(): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.stop, {});
  }

  /** Stops dialing at once: hangs up what is not answered; live calls end in their own time. */
  halt(reason: string): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS.halt, { reason });
  }

  /**
   * Hangs up one call: with an agent, without one as after a transfer to a telephone number, or the call to
   * a third party alone. `reason`: why, for the audit trail.
   */
  hangUpCall(attemptId: string, reason: string): Promise<OrderAnswer> {
    return this.order(CAMPAIGN_ORDERS['hang-up'], { attemptId, reason });
  }
}
