/** Legs between servers: brought up for a conversation, ended with it. */
import type { AttemptId, Fact } from '@outdial/core';
import { startDeadline } from '../deadline.js';
import { createLink, type Link, type LinkDone, type LinkGiven } from './link.js';
import { endsOfLinkName, isLinkAttempt, isLinkNumber, linkCampaignOf } from './link-names.js';
import type { PoolServer } from './pool-server.js';

/** What links need. */
export interface LinksParts {
  readonly now: () => number;
  /** Longest time for a link to come up, ms. */
  readonly withinMs: number;
  /** A link that was up broke: its agent is not heard any more. */
  readonly onLost: (agentId: string, reason: string) => void;
}

/** All links of a pool. */
export class Links {
  readonly #parts: LinksParts;
  readonly #byAgent = new Map<string, Link>();

  constructor(parts: LinksParts) {
    this.#parts = parts;
  }

  /** Links that are coming, up or closing. */
  get size(): number {
    return this.#byAgent.size;
  }

  /** Brings a link up for a conversation on the far server, or says why that cannot be. */
  bring(given: LinkGiven, done: LinkDone): void {
    const { agentId, far, serves } = given;
    const known = this.#byAgent.get(agentId);
    if (!known) this.#open(given, done);
    else if (known.stage === 'closing') known.afterwards.push(() => this.bring(given, done));
    else if (known.far !== far || known.serves !== serves) done("the agent's leg is not free");
    else if (known.stage === 'up') done(null);
    else known.waiting.push(done);
  }

  /** Does it now, or when the link of this agent that is closing has ended. */
  whenFree(agentId: string, action: () => void): void {
    const link = this.#byAgent.get(agentId);
    if (link?.stage === 'closing') link.afterwards.push(action);
    else action();
  }

  /** Ends the links of a conversation, except those of the agents who stay. */
  release(serves: AttemptId, stays: ReadonlySet<string> = new Set()): void {
    for (const link of [...this.#byAgent.values()])
      if (link.serves === serves && !stays.has(link.agentId)) this.#close(link, 'the conversation is over');
  }

  /** Ends the agent's link, if there is one: their own leg is gone. */
  end(agentId: string, reason: string): void {
    const link = this.#byAgent.get(agentId);
    if (link) this.#close(link, reason);
  }

  /** A server has been out of reach for too long. The agents at home there hear of it elsewhere. */
  giveUp(server: PoolServer): void {
    for (const link of [...this.#byAgent.values()]) {
      if (link.home !== server && link.far !== server) continue;
      const wasUp = link.stage === 'up';
      this.#close(link, `server ${server.name} is out of reach`);
      if (wasUp) this.#parts.onLost(link.agentId, `server ${server.name} is out of reach`);
    }
  }

  /** A server is out of reach: links that are closing do not wait for it. */
  down(server: PoolServer): void {
    for (const link of [...this.#byAgent.values()])
      if (link.stage === 'closing' && (link.home === server || link.far === server))
        this.#close(link, `server ${server.name} is out of reach`);
  }

  /** A conversation of an earlier process holds a link: it is kept, and asked for at its other end. */
  adopt(given: LinkGiven): void {
    if (this.#byAgent.has(given.agentId)) return;
    const link: Link = { ...createLink(given), stage: 'up', homeSide: 'joined', farSide: 'up' };
    this.#byAgent.set(link.agentId, link);
    link.home.telephony.reconcile({
      campaignId: linkCampaignOf(link.agentId, link.far.name),
      attemptIds: [link.attemptId],
      at: this.#parts.now(),
    });
  }

  /** Forgets every link; the channels stay. */
  stop(): void {
    for (const link of this.#byAgent.values()) link.timer?.cancel();
    this.#byAgent.clear();
  }

  /** Takes a fact about a link; false: it is about something else. */
  take(server: PoolServer, fact: Fact): boolean {
    switch (fact.type) {
      case 'inbound.arrived':
        if (!isLinkNumber(fact.calledNumber)) return false;
        this.#arrived(server, fact);
        return true;
      case 'inbound.ended':
        return this.#inboundEnded(server, fact.inboundId);
      case 'agent.leg-up':
      case 'agent.leg-down':
        return endsOfLinkName(fact.agentId) !== null && this.#takeLeg(server, fact);
      default:
        if (!('attemptId' in fact) || !isLinkAttempt(fact.attemptId)) return false;
        this.#takeCall(server, fact);
        return true;
    }
  }

  #open(given: LinkGiven, done: LinkDone): void {
    const { agentId, far, home } = given;
    const link = createLink(given);
    const station = home.stationFor(link.number.slice(1));
    if (station === null) done(`server ${home.name} is not reached by other servers: it has no 'reach'`);
    else if (!home.isUp || !far.isUp) done('one of the two servers is out of reach');
    else {
      link.waiting.push(done);
      link.timer = startDeadline(this.#parts.withinMs, () =>
        this.#close(link, 'the leg between the servers did not come up'),
      );
      this.#byAgent.set(agentId, link);
      far.telephony.ringAgent({ agentId: link.name, station, at: this.#parts.now() });
    }
  }

  /** The far server's leg arrives where the agent is at home. */
  #arrived(
    server: PoolServer,
    { inboundId, calledNumber }: Extract<Fact, { type: 'inbound.arrived' }>,
  ): void {
    const at = this.#parts.now();
    const link = this.#find((each) => each.number === calledNumber && each.home === server);
    if (link?.homeSide !== 'absent' || link.stage !== 'coming') {
      server.telephony.refuseInbound({ inboundId, refusal: 'unassigned', at });
      return;
    }
    link.homeSide = 'admitted';
    link.inboundId = inboundId;
    const campaignId = linkCampaignOf(link.agentId, link.far.name);
    server.telephony.admitInbound({ inboundId, campaignId, attemptId: link.attemptId, at });
  }

  /** Calls of links that were refused, or that ended before they were admitted. */
  #inboundEnded(server: PoolServer, inboundId: string): boolean {
    const link = this.#find((each) => each.inboundId === inboundId && each.home === server);
    if (!link) return false;
    this.#homeGone(link, 'the call between the servers ended');
    return true;
  }

  #takeLeg(server: PoolServer, fact: Extract<Fact, { type: 'agent.leg-up' | 'agent.leg-down' }>): boolean {
    const link = this.#find((each) => each.name === fact.agentId && each.far === server);
    if (!link) {
      if (fact.type === 'agent.leg-up')
        server.telephony.hangUpAgent({ agentId: fact.agentId, at: this.#parts.now() });
      return true;
    }
    if (fact.type === 'agent.leg-down') this.#farGone(link, fact.reason);
    else if (link.stage === 'coming') {
      link.farSide = 'up';
      this.#settle(link);
    }
    return true;
  }

  #takeCall(server: PoolServer, fact: Extract<Fact, { readonly attemptId: AttemptId }>): void {
    const link = this.#find((each) => each.attemptId === fact.attemptId && each.home === server);
    if (!link) return;
    const { agentId, attemptId } = link;
    if (fact.type === 'call.answered' && link.stage === 'coming')
      server.telephony.connect({ attemptId, agentId, at: this.#parts.now() });
    else if (fact.type === 'call.connected') {
      link.homeSide = 'joined';
      this.#settle(link);
    } else if (fact.type === 'call.connect-failed') this.#close(link, fact.reason);
    else if (fact.type === 'call.ended') this.#homeGone(link, 'the call between the servers ended');
    else if (fact.type === 'call.reconciled' && fact.fate !== 'connected')
      this.#broken(link, 'the leg between the servers was lost');
  }

  #settle(link: Link): void {
    if (link.stage !== 'coming' || link.homeSide !== 'joined' || link.farSide !== 'up') return;
    this.#ready(link);
    link.stage = 'up';
    for (const done of link.waiting.splice(0)) done(null);
  }

  #ready(link: Link): void {
    link.timer?.cancel();
    link.timer = null;
  }

  #homeGone(link: Link, reason: string): void {
    link.homeSide = 'gone';
    this.#broken(link, reason);
  }

  #farGone(link: Link, reason: string): void {
    link.farSide = 'gone';
    this.#broken(link, reason);
  }

  /** One side is gone: the other follows. */
  #broken(link: Link, reason: string): void {
    const wasUp = link.stage === 'up';
    this.#close(link, reason);
    if (wasUp) this.#parts.onLost(link.agentId, reason);
  }

  /** Ends both sides; the link is over when both are gone. */
  #close(link: Link, reason: string): void {
    if (link.stage !== 'closing') {
      this.#ready(link);
      link.stage = 'closing';
      this.#hangUp(link);
      for (const done of link.waiting.splice(0)) done(reason);
    }
    if (link.homeSide === 'absent') link.homeSide = 'gone';
    if (!link.home.isUp) this.#leaveBehind(link, 'home');
    if (!link.far.isUp) this.#leaveBehind(link, 'far');
    if (link.homeSide !== 'gone' || link.farSide !== 'gone') return;
    if (this.#byAgent.get(link.agentId) !== link) return;
    this.#byAgent.delete(link.agentId);
    for (const action of link.afterwards.splice(0)) action();
  }

  #hangUp(link: Link): void {
    const at = this.#parts.now();
    if (link.farSide !== 'gone' && link.far.isUp) link.far.telephony.hangUpAgent({ agentId: link.name, at });
    const isThere = link.homeSide === 'admitted' || link.homeSide === 'joined';
    if (isThere && link.home.isUp) link.home.telephony.hangUp({ attemptId: link.attemptId, at });
  }

  /** The server is out of reach: what is left of the link there is hung up when it is back. */
  #leaveBehind(link: Link, end: 'home' | 'far'): void {
    if (end === 'home' && link.homeSide !== 'gone') {
      link.home.givenUpCalls.add(link.attemptId);
      link.homeSide = 'gone';
    }
    if (end === 'far' && link.farSide !== 'gone') {
      link.far.givenUpLegs.add(link.name);
      link.farSide = 'gone';
    }
  }

  #find(matches: (link: Link) => boolean): Link | undefined {
    for (const link of this.#byAgent.values()) if (matches(link)) return link;
    return undefined;
  }
}
