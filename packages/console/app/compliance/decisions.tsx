/** Decisions of the law on record: why was this number called, or not, on that day. */
import type { CampaignDocument as Campaign, components } from '@outdial/client';
import {
  Accordion,
  Badge,
  Button,
  Group,
  Loader,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { live } from '../data/live.js';
import { dayIn } from '../reports/periods.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { codeName, moment, phone as shownPhone } from '../widgets/format.js';
import { ShowMore } from '../widgets/show-more.js';
import { DecisionFile } from './decision-file.js';

const { decisions: SAY } = TEXTS.compliance;

type Found = components['schemas']['FoundDecision'];
type VerdictName = keyof typeof SAY.verdicts;

/** What is searched for. */
interface Asked {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: VerdictName;
  readonly leadId: string | null;
  readonly rule: string | null;
}

interface Place {
  readonly id: number;
  readonly at: string;
}

function useDecisions(campaignId: string, asked: Asked) {
  const { number, from, to, verdict, leadId, rule } = asked;
  return useInfiniteQuery({
    queryKey: ['decisions', campaignId, asked],
    initialPageParam: null as Place | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.POST('/api/v1/decisions/search', {
          body: {
            campaignId,
            ...(number.trim() === '' ? {} : { number: number.trim() }),
            ...(from === '' ? {} : { from }),
            ...(to === '' ? {} : { to }),
            ...(verdict === 'both' ? {} : { allowed: verdict === 'allowed' }),
            ...(leadId === null ? {} : { leadId }),
            ...(rule === null ? {} : { rule }),
            ...(pageParam === null ? {} : { before: pageParam }),
          },
          signal,
        }),
      ),
    getNextPageParam: ({ more }) => more,
    // A look stands in the audit trail: none is made that nobody asked for.
    refetchOnReconnect: false,
    retry: false,
  });
}

/** The search and what it finds; `asked`: what the address asks for. */
export function Decisions({
  campaign: { campaignId, timeZone },
  asked: address,
}: {
  readonly campaign: Campaign;
  readonly asked: URLSearchParams;
}) {
  const [asked, setAsked] = useState<Asked>(() => askedBy(address, dayIn(timeZone, live.now())));
  const decisions = useDecisions(campaignId, asked);
  const { data, error, isFetching, isFetchingNextPage } = decisions;
  const found = data?.pages.flatMap((page) => page.decisions) ?? [];
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {SAY.about}
      </Text>
      <SearchForm asked={asked} ask={setAsked} problem={problemOf(error, 'number')} />
      {problemOf(error, 'number') === undefined && <Fault error={error} />}
      {data && found.length === 0 && <Text>{SAY.none}</Text>}
      {found.length > 0 && (
        <Paper withBorder radius="lg" data-testid="decisions">
          <Accordion chevronPosition="left" radius="lg">
            {found.map((decision) => (
              <Accordion.Item key={decision.id} value={String(decision.id)}>
                <Accordion.Control>
                  <Row decision={decision} timeZone={timeZone} />
                </Accordion.Control>
                <Accordion.Panel>
                  <DecisionFile decision={decision} timeZone={timeZone} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </Paper>
      )}
      {isFetching && !isFetchingNextPage && <Loader size="sm" />}
      <ShowMore of={decisions} />
    </Stack>
  );
}

/** What an address asks for; without anything, what was refused today. */
function askedBy(address: URLSearchParams, today: string): Asked {
  const [number, leadId, rule] = [address.get('number'), address.get('leadId'), address.get('rule')];
  const isOfOne = number !== null || leadId !== null;
  const day = (name: 'from' | 'to'): string => address.get(name) ?? (isOfOne || rule !== null ? '' : today);
  return {
    number: number ?? '',
    from: day('from'),
    to: day('to'),
    verdict: isOfOne ? 'both' : 'refused',
    leadId,
    rule,
  };
}

/** The fields; what is chosen is searched at once, a number when it is written. */
function SearchForm({
  asked,
  ask,
  problem,
}: {
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  readonly problem: string | undefined;
}) {
  const [number, setNumber] = useState(asked.number);
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={SAY[name]}
      value={asked[name]}
      onChange={(event) => ask({ ...asked, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask({ ...asked, number });
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          label={SAY.number}
          value={number}
          error={problem}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {day('from')}
        {day('to')}
        <SegmentedControl
          aria-label={SAY.verdict}
          data={VERDICTS.map((value) => ({ value, label: SAY.verdicts[value] }))}
          value={asked.verdict}
          onChange={(verdict) => ask({ ...asked, number, verdict: verdict as VerdictName })}
        />
        <Button type="submit">{SAY.search}</Button>
      </Group>
      <Group gap="sm" mt="xs">
        {asked.leadId !== null && (
          <Narrowed
            text={SAY.ofLead}
            widen={SAY.anyLead}
            away={() => ask({ ...asked, leadId: null, from: '', to: '' })}
          />
        )}
        {asked.rule !== null && (
          <Narrowed
            text={fill(SAY.ofRule, { rule: asked.rule })}
            widen={SAY.anyRule}
            away={() => ask({ ...asked, rule: null })}
          />
        )}
      </Group>
    </form>
  );
}

const VERDICTS = ['refused', 'allowed', 'both'] as const satisfies readonly VerdictName[];

/** What a link has narrowed the search to, and the button that takes it away. */
function Narrowed({
  text,
  widen,
  away,
}: {
  readonly text: string;
  readonly widen: string;
  readonly away: () => void;
}) {
  return (
    <Group gap={6}>
      <Text size="sm" fw={550}>
        {text}
      </Text>
      <Button size="compact-sm" variant="default" onClick={away}>
        {widen}
      </Button>
    </Group>
  );
}

/** One decision as a line. */
function Row({ decision, timeZone }: { readonly decision: Found; readonly timeZone: string }) {
  const { at, phone, allowed, refusals, outcome, disposition } = decision;
  const [first] = refusals;
  const why = first ? first.title || first.text || first.rule : codeName(disposition ?? outcome ?? '');
  return (
    <Group gap="sm" style={{ rowGap: 2 }}>
      <Text size="sm" w={130} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {moment(at, timeZone)}
      </Text>
      <Text size="sm" fw={550} w={150}>
        {phone === null ? SAY.unknownNumber : shownPhone(phone)}
      </Text>
      <Badge color={allowed ? 'green' : 'red'}>{allowed ? SAY.allowed : SAY.refused}</Badge>
      <Text size="sm">
        {why}
        {refusals.length > 1 && (
          <Text span inherit c="dimmed">
            {' '}
            {fill(SAY.others, { count: refusals.length - 1 })}
          </Text>
        )}
      </Text>
    </Group>
  );
}
