/** Puts one number on the company's do-not-call list, or takes a mistaken entry off. */
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, textOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { say } from '../widgets/say.js';

const { doNotCall: SAY } = TEXTS.compliance;

/** Shows what became of it where the person looks. */
async function tell(work: Promise<string>): Promise<void> {
  await work.then(
    (message) => say({ message, color: 'green' }),
    (error: unknown) => say({ message: textOf(error), color: 'red' }),
  );
}

async function add(number: string, source: string): Promise<string> {
  const answer = await answerOf(api.POST('/api/v1/do-not-call', { body: { number, source } }));
  return fill(answer.isNew ? SAY.added : SAY.there, { phone: answer.phone });
}

async function takeOff(number: string, why: string): Promise<string> {
  const answer = await answerOf(api.POST('/api/v1/do-not-call/take-off', { body: { number, why } }));
  const { phone, removed, reopened } = answer;
  return removed ? fill(SAY.takenOff, { phone, count: reopened }) : fill(SAY.notThere, { phone });
}

/** The form of one number; `mayTakeOff`: the person may open what a wish has closed. */
export function DoNotCallNumber({ mayTakeOff }: { readonly mayTakeOff: boolean }) {
  const [number, setNumber] = useState('');
  const [source, setSource] = useState('');
  const { ask, question } = useAsk();
  const isReady = number.trim() !== '' && source.trim() !== '';
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      {question}
      <Stack gap="sm">
        <Title order={2} size="h5">
          {SAY.title}
        </Title>
        <Text size="sm" c="dimmed">
          {SAY.about}
        </Text>
        <TextInput
          label={SAY.number}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={SAY.source}
          description={SAY.sourceHint}
          value={source}
          maxLength={128}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Group>
          <Button disabled={!isReady} onClick={() => void tell(add(number, source))}>
            {SAY.add}
          </Button>
          {mayTakeOff && (
            <Button
              variant="default"
              disabled={!isReady}
              onClick={() =>
                ask({
                  text: fill(SAY.takeOffAsk, { number }),
                  yes: SAY.takeOffYes,
                  then: () => void tell(takeOff(number, source)),
                })
              }
            >
              {SAY.takeOff}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
