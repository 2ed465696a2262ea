/** Reports: a campaign's figures over days of the agency, narrowed to a list or an agent. */
import type { CampaignDocument as Campaign, Session, components } from '@outdial/client';
import { Button, Group, Loader, Select, Text, TextInput } from '@mantine/core';
import { IconDownload } from '../widgets/icons.js';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { live } from '../data/live.js';
import { screensOf } from '../shell/screens.js';
import { TEXTS } from '../texts.js';
import { Age } from '../widgets/age.js';
import { Fault } from '../widgets/fault.js';
import { CampaignScreen } from '../widgets/campaign-screen.js';
import { AgentDays } from './agent-days.js';
import { PERIODS, PERIOD_NAMES, dayIn, type Period } from './periods.js';
import { Themes } from './themes.js';

const { reports } = TEXTS;

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
export default function Reports({ session }: { readonly session: Session }) {
  const mayLookUp = screensOf(session.role).includes('compliance');
  return (
    <CampaignScreen title={reports.title} label={reports.campaign}>
      {(campaign) => campaign && <CampaignReport key={campaign.campaignId} {...{ campaign, mayLookUp }} />}
    </CampaignScreen>
  );
}

function CampaignReport({
  campaign: { campaignId, timeZone },
  mayLookUp,
}: {
  readonly campaign: Campaign;
  /** Whether the person sees decisions of the law. */
  readonly mayLookUp: boolean;
}) {
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
  const report = useReport(campaignId, query);
  const { data, error, isFetching } = report;
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
      </Group>
      <Fault error={error} />
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <Text size="sm" c="dimmed" aria-live="polite">
            {data?.subtitle ?? (isFetching ? reports.reading : reports.notRead)}
          </Text>
          <Reading of={report} />
        </Group>
        <CsvButton address={csvAddress(campaignId, query)} />
      </Group>
      {data && isEmpty(data) && <Text>{reports.none}</Text>}
      {data && (
        <Themes
          report={data}
          agentDays={<AgentDays {...{ campaignId, period, agentId, timeZone }} />}
          refusedLink={mayLookUp ? (rule) => refusedAddress({ campaignId, rule, ...period }) : undefined}
        />
      )}
    </>
  );
}

/** A report of many days takes a while: it can be given up, and what stood there stays. */
function Reading({ of }: { readonly of: UseQueryResult<Report> }) {
  const queries = useQueryClient();
  const small = { variant: 'subtle', size: 'compact-xs' } as const;
  if (of.isFetching)
    return (
      <>
        <Loader size="xs" />
        <Button {...small} onClick={() => void queries.cancelQueries({ queryKey: ['report'] })}>
          {TEXTS.cancel}
        </Button>
      </>
    );
  if (of.data !== undefined) return <Age of={of} />;
  return (
    <Button {...small} onClick={() => void of.refetch()}>
      {TEXTS.age.again}
    </Button>
  );
}

/** Downloads the figures. */
function CsvButton({ address }: { readonly address: string }) {
  return (
    <Button
      component="a"
      href={address}
      download
      size="sm"
      variant="default"
      flex="none"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {reports.csv}
    </Button>
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
