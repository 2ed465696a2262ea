/** One decision with what it rests on: facts, every rule with its source, and the record. */
import type { components } from '@outdial/client';
import { Anchor, Divider, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { codeName, moment } from '../widgets/format.js';
import { PairsTable } from '../widgets/pairs-table.js';
import { GroupedVerdicts } from './verdicts.js';

const { decisions: SAY } = TEXTS.compliance;

type Found = components['schemas']['FoundDecision'];
type Question = components['schemas']['DecisionFile']['questions'][number];

/** What a decision rests on, read when it is opened. */
export function DecisionFile({
  decision: { id, leadId, allowed, nextAllowedAt, outcome, disposition },
  timeZone,
}: {
  readonly decision: Found;
  readonly timeZone: string;
}) {
  const { data, error } = useQuery({
    queryKey: ['decision', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/decisions/{decisionId}', { params: { path: { decisionId: id } } })),
    staleTime: Infinity,
  });
  if (error) return <Fault error={error} />;
  if (!data) return <Loader size="sm" />;
  const ended = outcome === null ? SAY.open : fill(SAY.ended, { outcome: codeName(disposition ?? outcome) });
  const later =
    nextAllowedAt === null ? SAY.never : fill(SAY.next, { time: moment(nextAllowedAt, timeZone) });
  return (
    <Stack gap="sm" data-testid="decision">
      <Text size="sm">
        {allowed ? ended : later}{' '}
        <Anchor component={Link} href={`/lists/find/${encodeURIComponent(leadId)}`} underline="always">
          {SAY.lead}
        </Anchor>
      </Text>
      {data.questions.map((question) => (
        <QuestionOf key={question.record} question={question} timeZone={timeZone} />
      ))}
      {data.unreadable > 0 && <Text size="sm">{fill(SAY.erased, { count: data.unreadable })}</Text>}
    </Stack>
  );
}

function QuestionOf({ question, timeZone }: { readonly question: Question; readonly timeZone: string }) {
  const { when, voice, at, facts, rules, record, writer, sequence, hash, ruleSetVersion, zoneData } =
    question;
  return (
    <Stack gap="xs">
      <Divider />
      <Text size="sm" fw={600}>
        {fill(SAY.asked[when], { voice, time: moment(at, timeZone) })}
      </Text>
      <GroupedVerdicts verdicts={rules} />
      <details>
        <summary>{SAY.facts}</summary>
        <PairsTable fz="sm" pairs={facts.map(({ name, value }) => [name, value])} />
      </details>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {fill(SAY.record, { record, writer, sequence, hash, ruleSet: ruleSetVersion, zoneData })}
      </Text>
    </Stack>
  );
}
