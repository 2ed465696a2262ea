/** What machines ask: whether the process lives, whether it can work, and its figures for Prometheus. */
import { readKillSwitch } from '@outdial/store';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { ServerParts } from '../api/server-parts.js';
import { VERSION } from '../version.js';

/** Adds `/health`, `/ready` and `/metrics`. */
export function addOperations(app: FastifyInstance, parts: ServerParts): void {
  const { registry, collect } = metricsOf(parts);
  app.get('/health', async () => ({ status: 'alive', version: VERSION }));
  app.get('/ready', async (_request, reply) => {
    const isStoreThere = await readKillSwitch(parts.store).then(
      () => true,
      () => false,
    );
    const isReady = isStoreThere && !parts.isDraining();
    // Pages of other servers ask when theirs has gone. Nothing here is personal or secret.
    reply.header('access-control-allow-origin', '*');
    return reply.code(isReady ? 200 : 503).send({
      status: isReady ? 'ready' : 'not ready',
      store: isStoreThere ? 'answers' : 'does not answer',
      draining: parts.isDraining(),
      runs: parts.places()[0]?.runs ?? [],
    });
  });
  app.get('/metrics', async (_request, reply) => {
    collect();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

const CAMPAIGN = ['campaign'] as const;

/** Figures of the process and of each campaign. They hold no personal data. */
function metricsOf({ floor }: ServerParts): { readonly registry: Registry; readonly collect: () => void } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'outdial_' });
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Gauge<Label> => new Gauge({ name: `outdial_${name}`, help, labelNames: [...labelNames], registers });
  const agents = gauge('agents', 'Agents by state', ['campaign', 'state']);
  const inFlight = gauge('calls_in_flight', 'Calls not yet with an agent', CAMPAIGN);
  const withAgents = gauge('calls_with_agents', 'Conversations', CAMPAIGN);
  const abandonment = gauge('abandonment_rate', 'Share of live answers abandoned, by legal limit', [
    'campaign',
    'limit',
  ]);
  const occupancy = gauge('occupancy', 'Share of staffed time that agents talk or wrap up', CAMPAIGN);
  const dialable = gauge('leads_dialable', 'Leads that are dialable now', CAMPAIGN);
  const running = gauge('campaign_running', '1 while the campaign is running', CAMPAIGN);
  const counters = countersOf(registers);
  const collect = (): void => {
    for (const dialer of floor.campaigns()) {
      const campaign = dialer.campaignId;
      const figures = dialer.statistics();
      for (const [state, count] of Object.entries(figures.agents)) agents.set({ campaign, state }, count);
      inFlight.set({ campaign }, figures.callsInFlight);
      withAgents.set({ campaign }, figures.callsWithAgents);
      occupancy.set({ campaign }, figures.occupancy);
      dialable.set({ campaign }, figures.supply?.dialableNow ?? 0);
      running.set({ campaign }, dialer.state === 'running' ? 1 : 0);
      for (const { limitId, rate } of figures.abandonment)
        abandonment.set({ campaign, limit: limitId }, rate);
      counters(campaign, figures);
    }
  };
  return { registry, collect };
}

type Totals = Readonly<Record<'dials' | 'liveAnswers' | 'abandoned' | 'machines', number>>;

/** Counters follow the campaign's totals, which only grow while the process runs. */
function countersOf(registers: Registry[]): (campaign: string, totals: Totals) => void {
  const counter = (name: string, help: string): Counter<'campaign'> =>
    new Counter({ name: `outdial_${name}_total`, help, labelNames: ['campaign'], registers });
  const made = {
    dials: counter('dials', 'Dial commands'),
    liveAnswers: counter('live_answers', 'Calls answered by a person'),
    abandoned: counter('abandoned', 'Abandoned calls'),
    machines: counter('machines', 'Calls answered by a machine'),
  };
  const last = new Map<string, Totals>();
  return (campaign, totals) => {
    const before = last.get(campaign);
    for (const [name, known] of Object.entries(made) as [keyof Totals, Counter<'campaign'>][])
      known.inc({ campaign }, Math.max(0, totals[name] - (before?.[name] ?? 0)));
    last.set(campaign, { ...totals });
  };
}
