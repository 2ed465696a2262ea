/** The day of each agent as a strip: when they were there, paused, in talk and in wrap-up. */
import type { components } from '@outdial/client';
import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { duration } from '../widgets/format.js';
import { pauseName } from '../widgets/pause-name.js';
import type { Period } from './periods.js';

const { agentDays: SAY } = TEXTS.reports;

type Day = components['schemas']['AgentDays'];
type Agent = Day['agents'][number];
type Span = Agent['spans'][number];
type Doing = Span['doing'];

const COLORS: Readonly<Record<Doing, string>> = {
  there: 'var(--mantine-color-teal-4)',
  paused: 'var(--mantine-color-yellow-5)',
  talk: 'var(--mantine-color-blue-7)',
  'wrap-up': 'var(--mantine-color-grape-6)',
};
const DOINGS = ['there', 'talk', 'wrap-up', 'paused'] as const satisfies readonly Doing[];

const HOUR_MS = 3_600_000;
const ROW = 26;
const BAR = 16;
const HEAD = 18;
/** Room of an agent's name, points; narrower where the strip is. */
const NAME = { wide: 130, narrow: 70 } as const;
/** From this width on names have room, points. */
const WIDE = 600;
/** Room that the label of an hour takes, points. */
const LABEL = 48;

/** The strips of a day; of several days there are none, which is said. */
export function AgentDays({
  campaignId,
  period: { from, to },
  agentId,
  timeZone,
}: {
  readonly campaignId: string;
  readonly period: Period;
  readonly agentId: string | null;
  readonly timeZone: string;
}) {
  const day = from === to ? from : undefined;
  const { data } = useQuery({
    queryKey: ['agent-days', campaignId, day],
    enabled: day !== undefined,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/reports/{campaignId}/agent-days', {
          params: { path: { campaignId }, query: { day: day ?? '' } },
          signal,
        }),
      ),
  });
  const agents = data?.agents.filter((agent) => agentId === null || agent.agentId === agentId) ?? [];
  return (
    <Paper withBorder p="md" radius="lg" component="section" data-section="agent-days">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {SAY.title}
          </Title>
          <Text size="xs" c="dimmed">
            {day === undefined ? SAY.oneDay : data && agents.length === 0 ? SAY.none : SAY.about}
          </Text>
        </div>
        {agents.length > 0 && <Strips agents={agents} timeZone={timeZone} />}
      </Stack>
    </Paper>
  );
}

function Strips({ agents, timeZone }: { readonly agents: Day['agents']; readonly timeZone: string }) {
  const { ref, width } = useElementSize();
  return (
    <>
      <Group gap="md" style={{ rowGap: 4 }}>
        {DOINGS.map((doing) => (
          <Group key={doing} gap={6} wrap="nowrap">
            <span style={{ width: 12, height: 12, borderRadius: 3, background: COLORS[doing] }} />
            <Text size="xs">{SAY.doings[doing]}</Text>
          </Group>
        ))}
      </Group>
      <Box ref={ref} pos="relative" h={HEAD + agents.length * ROW} style={{ overflow: 'hidden' }}>
        {width > 0 && <Drawing {...{ agents, timeZone, width }} />}
      </Box>
    </>
  );
}

function Drawing({
  agents,
  timeZone,
  width,
}: {
  readonly agents: Day['agents'];
  readonly timeZone: string;
  readonly width: number;
}) {
  const all = agents.flatMap(({ spans }) => spans);
  const begins = Math.min(...all.map(({ from }) => Date.parse(from)));
  const ends = Math.max(...all.map(({ to }) => Date.parse(to)));
  // Hours, and quarters of them while the day is young.
  const unit = ends - begins > 2 * HOUR_MS ? HOUR_MS : HOUR_MS / 4;
  const first = Math.floor(begins / unit) * unit;
  const last = Math.ceil(ends / unit) * unit;
  const name = width < WIDE ? NAME.narrow : NAME.wide;
  const xOf = (at: number): number => name + ((at - first) / (last - first)) * (width - name - 1);
  const hours = Array.from({ length: (last - first) / unit + 1 }, (_, index) => first + index * unit);
  const every = Math.ceil((hours.length * LABEL) / (width - name));
  return (
    <svg
      width={width}
      height={HEAD + agents.length * ROW}
      style={{ position: 'absolute', inset: 0, fontSize: 12, fill: 'var(--mantine-color-text)' }}
    >
      {hours.map((at, index) => (
        <g key={at}>
          <path
            d={`M${xOf(at)} ${HEAD}V${HEAD + agents.length * ROW}`}
            stroke="var(--mantine-color-default-border)"
          />
          {index % every === 0 && index < hours.length - 1 && (
            <text x={xOf(at) + 2} y={HEAD - 5} fontSize={11}>
              {clock(at, timeZone)}
            </text>
          )}
        </g>
      ))}
      {agents.map((agent, index) => (
        <Strip key={agent.agentId} {...{ agent, timeZone, xOf, name }} y={HEAD + index * ROW} />
      ))}
    </svg>
  );
}

/** One agent. Calls lie over presence. */
function Strip({
  agent: { agentId, spans },
  timeZone,
  xOf,
  name,
  y,
}: {
  readonly agent: Agent;
  readonly timeZone: string;
  readonly xOf: (at: number) => number;
  readonly name: number;
  readonly y: number;
}) {
  const totals = DOINGS.map((doing) => `${SAY.doings[doing]} ${duration(spent(spans, doing))}`).join(', ');
  const shown = agentId.length * 7.5 > name ? `${agentId.slice(0, Math.floor(name / 7.5) - 1)}…` : agentId;
  const inOrder = [...spans].sort((a, b) => Number(isCall(a)) - Number(isCall(b)));
  return (
    <g role="img" aria-label={`${agentId}: ${totals}`}>
      <text x={0} y={y + ROW / 2 + 4} fontWeight={550}>
        {shown}
        <title>{`${agentId}: ${totals}`}</title>
      </text>
      {inOrder.map((span) => {
        const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
        return (
          <rect
            key={`${span.doing} ${span.from}`}
            x={xOf(from)}
            y={y + (ROW - BAR) / 2}
            width={Math.max(1, xOf(to) - xOf(from))}
            height={BAR}
            fill={COLORS[span.doing]}
          >
            <title>{spanText(span, timeZone)}</title>
          </rect>
        );
      })}
    </g>
  );
}

const isCall = ({ doing }: Span): boolean => doing === 'talk' || doing === 'wrap-up';

const lengthOf = ({ from, to }: Span): number => Date.parse(to) - Date.parse(from);

/** ms of one doing; waiting is what is left of presence beside the calls. */
function spent(spans: Agent['spans'], doing: Doing): number {
  const sum = (of: (span: Span) => boolean): number =>
    spans.filter(of).reduce((total, span) => total + lengthOf(span), 0);
  const own = sum((span) => span.doing === doing);
  return doing === 'there' ? Math.max(0, own - sum(isCall)) : own;
}

function spanText(span: Span, timeZone: string): string {
  const { doing, code, from, to } = span;
  const what = code === null ? SAY.doings[doing] : `${SAY.doings[doing]}: ${pauseName(code)}`;
  const [begins, ends] = [Date.parse(from), Date.parse(to)].map((at) => clock(at, timeZone));
  return fill(SAY.span, { what, from: begins ?? '', to: ends ?? '', length: duration(lengthOf(span)) });
}

const clock = (at: number, timeZone: string): string =>
  new Date(at).toLocaleTimeString(undefined, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
