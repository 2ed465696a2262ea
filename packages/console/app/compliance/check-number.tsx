/** Asks why a number may be called, or not: the verdict, then every rule with its source. */
import type { CampaignDocument as Campaign, components } from '@outdial/client';
import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { moment, phone as shownPhone } from '../widgets/format.js';
import { RequestForm } from '../widgets/request-form.js';
import { instantOf, zoneName } from '../widgets/zone.js';
import { GroupedVerdicts } from './verdicts.js';

const { check: SAY } = TEXTS.compliance;

type Answer = components['schemas']['NumberAnswer'];

/** The form and its answer. */
export function CheckNumber({ campaign: { campaignId, timeZone } }: { readonly campaign: Campaign }) {
  const [number, setNumber] = useState('');
  const [at, setAt] = useState('');
  const check = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/campaigns/{campaignId}/check', {
          params: { path: { campaignId } },
          body: { number, ...(at === '' ? {} : { at: instantOf(at, timeZone) }) },
        }),
      ),
  });
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {SAY.title}
        </Title>
        <Text size="sm" c="dimmed">
          {SAY.about}
        </Text>
        <RequestForm request={check} fields={['number']}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={SAY.number}
              required
              withAsterisk={false}
              value={number}
              error={problemOf(check.error, 'number')}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label={fill(SAY.at, { zone: zoneName(timeZone) })}
              value={at}
              onChange={(event) => setAt(event.currentTarget.value)}
            />
            <Button type="submit" loading={check.isPending}>
              {SAY.submit}
            </Button>
          </Group>
        </RequestForm>
        {check.data && <AnswerOf answer={check.data} timeZone={timeZone} />}
      </Stack>
    </Paper>
  );
}

function AnswerOf({ answer, timeZone }: { readonly answer: Answer; readonly timeZone: string }) {
  const { allowed, lead, hindrance, requests, holding, timeZones, jurisdictions, nextAllowedAt } = answer;
  const phone = shownPhone(answer.phone);
  const when = allowed
    ? null
    : nextAllowedAt === null
      ? SAY.never
      : fill(SAY.next, { time: moment(nextAllowedAt, timeZone) });
  const lines = [
    when,
    hindrance,
    ...requests.map(({ at, source }) => fill(SAY.asked, { time: moment(at, timeZone), source })),
    holding.length === 0 ? null : fill(SAY.holding, { lists: holding.join(', ') }),
    lead === null
      ? SAY.noLead
      : fill(SAY.lead, { lead: lead.account ?? lead.leadId, list: lead.listId, state: lead.state }),
    fill(SAY.place, {
      places: jurisdictions.join(', ') || '–',
      zones: timeZones.map(zoneName).join(', ') || '–',
    }),
  ].filter((line) => line !== null);
  return (
    <>
      <Alert
        color={allowed ? 'green' : 'red'}
        title={fill(allowed ? SAY.allowed : SAY.refused, { phone })}
        data-testid="check-answer"
      >
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
      </Alert>
      <GroupedVerdicts verdicts={answer.verdicts} />
    </>
  );
}
