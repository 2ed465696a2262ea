/** Reports: a campaign's figures over days of the agency, narrowed to a list or an agent. */
import type { CampaignDocument as Campaign, components } from '@outdial/client';
import { Box, Button, Group, Loader, Select, Tabs, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { live } from '../data/live.js';
import { TEXTS } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { CampaignScreen } from '../widgets/campaign-screen.js';
import { PERIODS, PERIOD_NAMES, dayIn, type Period } from './periods.js';
import { ReportSection } from './section.js';

const { reports } = TEXTS;

/** What the tabs are about, with their sections in order. */
const THEMES = {
  overview: ['abandonment', 'outcome-hours', 'rates', 'days', 'counts'],
  calls: ['hours', 'outcomes', 'dispositions', 'times', 'connect-time'],
  parts: ['lists', 'caller-numbers', 'clients'],
  agents: ['agents', 'pauses'],
  leads: ['leads', 'penetration'],
  law: ['regulators', 'refusals', 'regulator-formulas'],
} as const;

type Theme = keyof typeof THEMES;
const THEME_NAMES = [
  'overview',
  'calls',
  'parts',
  'agents',
  'leads',
  'law',
] as const satisfies readonly Theme[];

type Report = components['schemas']['Report'];

interface Narrowing extends Period {
  readonly listId?: string;
  readonly agentId?: string;
}

function useReport(campaignId: string, query: Narrowing) {
  return useQuery({
    queryKey: ['report', campaignId, query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/{campaignId}', { params: { path: { campaignId }, query }, signal })),
    // While another narrowing is read, what was there stays.
    placeholderData: keepPreviousData,
  });
}

/** The screen of reports. */
export default function Reports() {
  return (
    <CampaignScreen title={reports.title} label={reports.campaign}>
      {(campaign) => campaign && <CampaignReport key={campaign.campaignId} campaign={campaign} />}
    </CampaignScreen>
  );
}

function CampaignReport({ campaign: { campaignId, timeZone } }: { readonly campaign: Campaign }) {
  const today = dayIn(timeZone, live.now());
  const [period, setPeriod] = useState<Period>(() => PERIODS.today(today));
  const [listId, setListId] = useState<string | null>(null);
  const [agentId, setAgentId] = useState<string | null>(null);
  const whole = useReport(campaignId, period);
  const query = {
    ...period,
    ...(listId === null ? {} : { listId }),
    ...(agentId === null ? {} : { agentId }),
  };
  const { data, error, isFetching } = useReport(campaignId, query);
  return (
    <>
      <Group gap="xs" align="flex-end">
        <PeriodButtons today={today} period={period} choose={setPeriod} />
        <DayField
          label={reports.from}
          day={period.from}
          change={(from) => setPeriod(ends(period, { from }))}
        />
        <DayField label={reports.to} day={period.to} change={(to) => setPeriod(ends(period, { to }))} />
        <Choice
          label={reports.list}
          all={reports.allLists}
          value={listId}
          change={setListId}
          of={namesIn(whole.data, 'lists')}
        />
        <Choice
          label={reports.agent}
          all={reports.allAgents}
          value={agentId}
          change={setAgentId}
          of={namesIn(whole.data, 'agents')}
        />
        <Button
          component="a"
          href={csvAddress(campaignId, query)}
          download
          size="sm"
          variant="default"
          ml="auto"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {reports.csv}
        </Button>
      </Group>
      <Fault error={error} />
      <Group gap="xs" mih={22}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {data?.subtitle ?? reports.reading}
        </Text>
        {isFetching && <Loader size="xs" />}
      </Group>
      {data && isEmpty(data) && <Text>{reports.none}</Text>}
      {data && (
        <Themes report={data} refusedLink={(rule) => refusedAddress({ campaignId, rule, ...period })} />
      )}
    </>
  );
}

/** The periods that have a name. */
function PeriodButtons({
  today,
  period,
  choose,
}: {
  readonly today: string;
  readonly period: Period;
  readonly choose: (period: Period) => void;
}) {
  return (
    <>
      {PERIOD_NAMES.map((name) => {
        const of = PERIODS[name](today);
        const isChosen = of.from === period.from && of.to === period.to;
        return (
          <Button
            key={name}
            size="sm"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            onClick={() => choose(of)}
          >
            {reports.periods[name]}
          </Button>
        );
      })}
    </>
  );
}

/** A period with another end; '' takes the end away. */
function ends({ from, to }: Period, changed: { readonly from?: string; readonly to?: string }): Period {
  const next = { from: changed.from ?? from ?? '', to: changed.to ?? to ?? '' };
  return { ...(next.from === '' ? {} : { from: next.from }), ...(next.to === '' ? {} : { to: next.to }) };
}

/** The sections by what they are about, a tab each. */
function Themes({
  report: { sections, timeZone },
  refusedLink,
}: {
  readonly report: Report;
  readonly refusedLink: (rule: string) => string;
}) {
  const themes = THEME_NAMES.map((name) => [name, sectionsOf(sections, name)] as const);
  return (
    <Tabs defaultValue="overview" keepMounted={false}>
      <Tabs.List mb="md">
        {themes.map(([name, shown]) => (
          <Tabs.Tab key={name} value={name} disabled={shown.length === 0}>
            {reports.themes[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {themes.map(([name, shown]) => (
        <Tabs.Panel key={name} value={name}>
          <Box className="report-sections">
            {shown.map((section) => (
              <div key={section.id} data-wide={isWide(section)}>
                <ReportSection
                  section={section}
                  timeZone={timeZone}
                  {...(section.id === 'refusals' ? { linkOf: ([rule]) => refusedLink(String(rule)) } : {})}
                />
              </div>
            ))}
          </Box>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** The sections of a theme that have rows, in its order; what no theme names stands with the calls. */
function sectionsOf(sections: Report['sections'], theme: Theme): Report['sections'] {
  const named: readonly string[] = THEMES[theme];
  const shown = sections.filter(({ rows }) => rows.length > 0);
  const ofTheme = named.flatMap((id) => shown.find((section) => section.id === id) ?? []);
  const all: readonly string[] = Object.values(THEMES).flat();
  return theme === 'calls' ? [...ofTheme, ...shown.filter(({ id }) => !all.includes(id))] : ofTheme;
}

const isWide = ({ id, columns }: Report['sections'][number]): boolean =>
  columns.length > 4 || id === 'regulator-formulas';

/** The decisions that a rule refused in the days of the report. */
function refusedAddress({
  campaignId,
  rule,
  from,
  to,
}: Period & { readonly campaignId: string; readonly rule: string }): string {
  const asked = {
    campaignId,
    rule,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return `/compliance/decisions?${new URLSearchParams(asked).toString()}`;
}

const isEmpty = ({ sections }: Report): boolean =>
  sections.find(({ id }) => id === 'days')?.rows.length === 0;

/** The first cells of a section's rows. */
function namesIn(report: Report | undefined, id: string): readonly string[] {
  const rows = report?.sections.find((section) => section.id === id)?.rows ?? [];
  return rows.map(([name]) => String(name ?? ''));
}

function csvAddress(campaignId: string, query: Narrowing): string {
  const text = new URLSearchParams({ ...query }).toString();
  return `/api/v1/reports/${encodeURIComponent(campaignId)}/csv${text === '' ? '' : `?${text}`}`;
}

function DayField({
  label,
  day,
  change,
}: {
  readonly label: string;
  readonly day: string | undefined;
  readonly change: (day: string) => void;
}) {
  return (
    <TextInput
      type="date"
      size="sm"
      label={label}
      value={day ?? ''}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function Choice({
  label,
  all,
  value,
  change,
  of,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly change: (value: string | null) => void;
  readonly of: readonly string[];
}) {
  return (
    <Select
      size="sm"
      label={label}
      w={150}
      placeholder={all}
      clearable
      data={[...of]}
      value={value}
      onChange={change}
    />
  );
}
