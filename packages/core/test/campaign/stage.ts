import { abandonmentFlow, createEngine, DEFAULT_DISPOSITIONS, DEFAULT_RETRY } from '../../src/index.js';
import type {
  CallVoice,
  CampaignEvent,
  CampaignSettings,
  Command,
  Engine,
  Fact,
  Lead,
  Ports,
  Unstamped,
} from '../../src/index.js';

/**
 * A stage for campaign tests: an engine on ports that only write down what they are told. The test plays the
 * world.
 */

type Target = Command extends infer One
  ? One extends { readonly port: infer Port extends string; readonly method: infer Method extends string }
    ? `${Port}.${Method}`
    : never
  : never;
type Body<To extends Target> = To extends `${infer Port}.${infer Method}`
  ? Extract<Command, { port: Port; method: Method }>['command']
  : never;

/** A fact of campaign 'c', unless it names another, at the present instant. */
type Told = Unstamped<Fact> & { readonly campaignId?: string };

export class Stage {
  now = 1_750_000_000_000;
  readonly commands: Command[] = [];
  readonly events: CampaignEvent[] = [];
  readonly faults: unknown[] = [];
  readonly engine: Engine;
  /** By timer; those of another campaign than 'c' end in its id. */
  readonly timers = new Map<string, number>();

  /** `others`: more campaigns, which share agents with the first. */
  constructor(settings: Partial<CampaignSettings> = {}, others: readonly Partial<CampaignSettings>[] = []) {
    this.engine = createEngine({
      ports: this.#ports(),
      onFault: (fault) => this.faults.push(fault.error),
      sharesAgents: others.length > 0,
    });
    this.engine.onAny((event) => this.events.push(event));
    for (const each of [settings, ...others]) this.engine.addCampaign({ ...baseSettings, ...each });
  }

  /** Delivers facts at the present instant. */
  tell(...facts: readonly Told[]): void {
    for (const fact of facts) this.engine.dispatch({ campaignId: 'c', ...fact, at: this.now });
  }

  /** Moves time on, firing timers that fall due, in order. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const due = [...this.timers].filter(([, at]) => at <= until).sort((a, b) => a[1] - b[1])[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.now = Math.max(this.now, due[1]);
      const [timerId = '', campaignId = 'c'] = due[0].split('@');
      this.tell({ type: 'timer', timerId, campaignId });
    }
    this.now = until;
  }

  /** Commands of one kind so far, e.g. 'journal.open'. */
  sent<To extends Target>(target: To): Body<To>[] {
    return this.commands
      .filter(({ port, method }) => `${port}.${method}` === target)
      .map(({ command }) => command as Body<To>);
  }

  /** The last command of one kind. */
  last<To extends Target>(target: To): Body<To> {
    const all = this.sent(target);
    const body = all[all.length - 1];
    if (!body) throw new Error(`no ${target} was sent`);
    return body;
  }

  /** Starts the campaign with telephony up and agents ready. */
  start(agents: readonly string[] = [], epoch = 1): void {
    this.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
    this.tell({ type: 'campaign.recovered', epoch, open: [], counters: [] });
    for (const agentId of agents) this.seat(agentId);
  }

  /** Logs an agent in, leg up, ready. */
  seat(agentId: string, skills: readonly string[] = []): void {
    this.tell(
      { type: 'agent.login', agentId, skills },
      { type: 'agent.leg-up', agentId },
      { type: 'agent.ready', agentId },
    );
  }

  /** Answers the outstanding claim. */
  supply(...leads: readonly Lead[]): void {
    const { requestId } = this.last('leads.claim');
    this.tell({ type: 'leads.claimed', requestId, leads });
  }

  /** The journal opens every attempt it was asked to open and has not answered yet. */
  openAll(found: { readonly givenVoices?: readonly CallVoice[] } = {}): string[] {
    const ids = this.sent('journal.open').map(({ attemptId }) => attemptId);
    for (const attemptId of ids) this.tell({ type: 'attempt.opened', attemptId, ...found });
    return ids;
  }

  #ports(): Ports {
    const record = (port: string): unknown =>
      new Proxy(
        {},
        {
          get: (_target, method: string) => {
            if (method === 'now') return () => this.now;
            return (command: { timerId?: string; campaignId?: string; at?: number }) => {
              this.commands.push(sent(port, method, command));
              if (port !== 'scheduler' || command.timerId === undefined) return;
              const { campaignId = 'c' } = command;
              const key = campaignId === 'c' ? command.timerId : `${command.timerId}@${campaignId}`;
              if (method === 'set') this.timers.set(key, command.at ?? 0);
              else this.timers.delete(key);
            };
          },
        },
      );
    return {
      telephony: record('telephony'),
      leads: record('leads'),
      journal: record('journal'),
      scheduler: record('scheduler'),
    } as Ports;
  }
}

/**
 * A command as a port gets it. The ports of the stage take any method, so the compiler cannot tell which of
 * the commands it is.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
function sent(port: string, method: string, command: unknown): any {
  return { port, method, command };
}

/** A lead whose number ends in `n`. */
export function lead(n: number, changes: Partial<Lead> = {}): Lead {
  return {
    leadId: `l${n}`,
    personId: `p${n}`,
    listId: 'list',
    phones: [{ phone: `+1212555${String(n).padStart(4, '0')}`, open: true }],
    phoneIndex: 0,
    reason: 'fresh',
    priority: 0,
    skills: [],
    attempts: 0,
    attemptsByOutcome: {},
    recentAttempts: [],
    fields: {},
    ...changes,
  };
}

export const baseSettings: CampaignSettings = {
  campaignId: 'c',
  mode: 'progressive',
  callerNumber: '+12125550000',
  countryCodes: ['1'],
  live: true,
  allowList: [],
  lines: 100,
  callsPerSecond: 50,
  callsPerAgent: 2,
  speed: null,
  limits: [{ id: 'us.tcpa.abandon3', limit: 0.03, period: { startsAt: 0, lengthMs: 30 * 86_400_000 } }],
  connectGraceMs: 2_000,
  ringTimeoutMs: 20_000,
  setupTimeoutMs: 8_000,
  abandonedBanMs: 72 * 3_600_000,
  dialCommandLifeMs: 2_000,
  machineDetection: null,
  abandonmentFlow: abandonmentFlow({
    identification: ['sound:identification'],
    optOutNumber: '+12125550000',
    optOutOffer: ['sound:press-9'],
  }),
  preview: { timeoutMs: null, onTimeout: 'skip', skipDelayMs: 3_600_000 },
  wrapUp: { timeoutMs: 30_000, disposition: 'unspecified' },
  dispositions: DEFAULT_DISPOSITIONS,
  retry: DEFAULT_RETRY,
  persistentLegs: true,
  bufferSeconds: 5,
};
