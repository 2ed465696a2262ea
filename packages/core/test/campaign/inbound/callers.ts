/** A stage to which people call: settings of calls that come in, and a caller's steps. */
import { messageFlow, type CampaignSettings, type InboundSettings, type Lead } from '../../../src/index.js';
import { Stage } from '../stage.js';

/** The number that callers call. */
export const OUR_NUMBER = '+12125550000';

/** How the campaign takes callers. */
export const INBOUND: InboundSettings = {
  numbers: [OUR_NUMBER],
  hours: null,
  closedFlow: messageFlow({ id: 'closed', media: ['sound:closed'] }),
  mostWaiting: 3,
  mostWaitMs: 300_000,
  overflowFlow: messageFlow({ id: 'overflow', media: ['sound:overflow'] }),
  announcements: {
    everyMs: 30_000,
    next: ['sound:queue-youarenext'],
    before: ['sound:queue-thereare'],
    after: ['sound:queue-callswaiting'],
  },
  callback: {
    key: '1',
    offer: ['sound:press-1'],
    flow: messageFlow({ id: 'callback', media: ['sound:we-call-back'] }),
  },
  skills: [],
  work: 'both',
  serviceLevelMs: 20_000,
};

export class Callers {
  readonly stage: Stage;
  #calls = 0;

  constructor(inbound: Partial<InboundSettings> = {}, campaign: Partial<CampaignSettings> = {}) {
    this.stage = new Stage({ inbound: { ...INBOUND, ...inbound }, ...campaign });
    this.stage.start([]);
  }

  /** A call comes in; the journal knows the caller's lead, or nobody. Telephony answers. Its attempt. */
  call(lead: Lead | null, callerNumber: string | null = '+12125550007'): string {
    const attemptId = this.arrive(callerNumber);
    this.open(attemptId, lead);
    this.stage.tell({ type: 'call.answered', attemptId });
    return attemptId;
  }

  /** A call comes in. Its attempt, which the journal is asked to open. */
  arrive(callerNumber: string | null = '+12125550007'): string {
    this.#calls += 1;
    const inboundId = `in-${this.#calls}`;
    this.stage.tell({ type: 'inbound.arrived', inboundId, callerNumber, calledNumber: OUR_NUMBER });
    return this.stage.sent('journal.openInbound').at(-1)?.attemptId ?? '';
  }

  open(attemptId: string, lead: Lead | null): void {
    this.stage.tell({ type: 'inbound.opened', attemptId, lead, personId: lead?.personId ?? 'p-unknown' });
  }

  /** The journal has the end of a call. */
  closed(attemptId: string): void {
    this.stage.tell({ type: 'attempt.closed', attemptId });
  }

  /** The stage of a call. */
  at(attemptId: string): string | undefined {
    return this.stage.engine.calls('c').find((call) => call.attemptId === attemptId)?.stage;
  }

  get counts(): ReturnType<Stage['engine']['statistics']>['inbound'] {
    return this.stage.engine.statistics('c').inbound;
  }
}
