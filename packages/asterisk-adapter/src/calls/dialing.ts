/** Placing calls: the checks before a call leaves, its trunk, and the request to Asterisk. */
import type { DialCommand } from '@outdial/core';
import { failureReason } from '../failure-reason.js';
import type { Settings } from '../options.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { whatExists } from '../sync/existence.js';
import { AriRequestError, isAnsweredInDoubt } from '../transport/ari-request-error.js';
import type { OutboundTrunk } from '../trunks/outbound-trunk.js';
import type { TrunkAllocator } from '../trunks/trunk-allocator.js';
import { createCall, stamp, type Call } from './call.js';
import type { CallTable } from './call-table.js';
import type { CallEnding } from './ending.js';

const CALLER_NUMBER = /^\+?\d{3,15}$/;
/** Asterisk's own limit comes this much after ours, ms. It applies when the dialer has crashed. */
const BACKSTOP_MS = 2_000;
/** Calls that may wait for a trunk at once; more are refused. */
const MOST_WAITING = 10_000;
const CONNECTION_DOWN = 'the event socket to Asterisk is down';

/** What dialing needs. */
export interface DialingParts {
  readonly settings: Pick<Settings, 'application' | 'safeHarbour' | 'machineDetection'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly calls: Pick<CallTable, 'get' | 'has' | 'add'>;
  readonly trunks: Pick<TrunkAllocator, 'waiting' | 'refusal' | 'request'>;
  readonly ending: CallEnding;
}

/** Places calls. */
export class Dialing {
  readonly #parts: DialingParts;

  constructor(parts: DialingParts) {
    this.#parts = parts;
  }

  /**
   * Places a call, or says by `call.ended` why not. A second command for an attempt in progress is dropped.
   */
  dial(command: DialCommand): void {
    const { calls, ending, facts, notices, trunks } = this.#parts;
    const { attemptId, campaignId, detectMachine, ringTimeoutMs: ringTimeoutMs } = command;
    if (calls.get(attemptId)) {
      notices.report('dialed-twice', 'a dial command for an attempt in progress was dropped', { campaignId });
      return;
    }
    const call = createCall({ attemptId, campaignId, detectMachine, ringTimeoutMs });
    calls.add(call);
    if (facts.now() >= command.expiresAt) {
      ending.end(call, { q850: 0, by: 'expired' });
      return;
    }
    const refusal = this.#refusalOf(command);
    if (refusal !== null) {
      ending.end(call, { q850: 0, by: 'refused', text: refusal });
      return;
    }
    trunks.request(
      command,
      (trunk) => this.#start(call, command, trunk),
      () => ending.end(call, { q850: 0, by: 'expired' }),
    );
  }

  #refusalOf(command: DialCommand): string | null {
    const { connection, trunks } = this.#parts;
    if (!connection.isUp) return CONNECTION_DOWN;
    if (!CALLER_NUMBER.test(command.callerNumber)) return 'the call has no valid caller number';
    if (trunks.waiting >= MOST_WAITING) return 'too many calls wait for a trunk';
    return trunks.refusal(command);
  }

  /** The call has its trunk. It is known under its channel id before the request leaves. */
  #start(call: Call, command: DialCommand, trunk: OutboundTrunk): void {
    const { calls, connection, ending, facts, notices } = this.#parts;
    call.trunk = trunk;
    if (!connection.isUp) {
      ending.end(call, { q850: 0, by: 'refused', text: CONNECTION_DOWN });
      return;
    }
    call.stage = 'dialing';
    ending.limit(call, 'setup-timeout', command.setupTimeoutMs);
    facts.deliver({ type: 'call.dialing', trunk: trunk.name, ...stamp(call, facts.now()) });
    if (!calls.has(call)) return;
    notices.run('place a call', async () => {
      try {
        await this.#originate(call, command, trunk);
        call.confirmedAt = facts.now();
      } catch (error) {
        await this.#originateFailed(call, error);
      }
    });
  }

  async #originate(call: Call, command: DialCommand, trunk: OutboundTrunk): Promise<void> {
    const { ari, settings } = this.#parts;
    await ari.call('channels.originate', {
      endpoint: trunk.dialString(command.phone),
      context: 'outdial-originate',
      extension: 's',
      priority: 1,
      channelId: call.channelId,
      callerId: trunk.written(command.callerNumber),
      timeout: Math.ceil((command.setupTimeoutMs + command.ringTimeoutMs + BACKSTOP_MS) / 1000),
      variables: {
        OUTDIAL_APP: settings.application,
        OUTDIAL_SAFE_HARBOUR: settings.safeHarbour,
        OUTDIAL_AMD: settings.machineDetection,
        'CHANNEL(hangup_handler_push)': 'outdial-hangup,s,1',
      },
    });
  }

  /** The request was refused, or whether it placed the call is unknown. */
  async #originateFailed(call: Call, error: unknown): Promise<void> {
    const { ending, facts, notices } = this.#parts;
    notices.report('originate-failed', failureReason(error), { campaignId: call.campaignId });
    if (isAnsweredInDoubt(error)) {
      await this.#askWhetherPlaced(call);
      return;
    }
    const status = error instanceof AriRequestError ? error.status : null;
    if (status === 409) {
      call.confirmedAt = facts.now(); // the id exists: the call is placed already
    } else if (status === null) {
      // It may be placed at any time: it is made to end.
      ending.hangUp(call, 'lost');
    } else {
      const text = `Asterisk refused the request with status ${status}`;
      ending.end(call, { q850: 0, by: 'refused', text });
    }
  }

  /**
   * Asterisk answered the request with a fault, which it does for a dead trunk, but may do after the call is
   * out: only its channel says that nobody is called. A call whose channel exists goes on.
   */
  async #askWhetherPlaced(call: Call): Promise<void> {
    const { ari, calls, ending, facts } = this.#parts;
    const existence = await whatExists(
      () => ari.call('channels.get', { channelId: call.channelId }),
      () => calls.has(call) && call.confirmedAt === null && call.hangUp === null,
    );
    if (existence?.is === 'there') call.confirmedAt ??= facts.now();
    // Q.850 38: network out of order
    if (existence?.is === 'missing')
      ending.end(call, { q850: 38, by: 'far', text: 'the trunk cannot be reached' });
  }
}
