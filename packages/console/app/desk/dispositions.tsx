/** Disposes the call: one key a disposition. */
import type { Desk } from '@outdial/client';
import { Alert, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { moment } from '../widgets/format.js';
import { KeyButton } from './key-button.js';
import { DISPOSITION_KEYS, type DeskActions } from './keys.js';

/** The dispositions of the campaign; `again`: opens the callback again after the law refused its time. */
export function Dispositions({
  desk,
  dispose,
  again,
}: {
  readonly desk: Desk;
  readonly dispose: DeskActions['dispose'];
  readonly again: () => void;
}) {
  const { callbackRefused, dispositions, state } = desk;
  return (
    <Paper withBorder p="md" radius="lg">
      <Title order={2} size="h5" mb="sm">
        {TEXTS.desk.dispositions}
      </Title>
      <Stack gap={6}>
        {callbackRefused && (
          <Alert color="orange" role="alert" title={TEXTS.foreseen.refused}>
            <Text size="sm">{callbackRefused.text}</Text>
            {callbackRefused.nextAllowedAt !== null && (
              <Text size="sm">
                {fill(TEXTS.foreseen.next, { time: moment(callbackRefused.nextAllowedAt) })}
              </Text>
            )}
            <Button size="compact-sm" mt="xs" onClick={again}>
              {TEXTS.desk.callback.title}
            </Button>
          </Alert>
        )}
        {state === 'talking' && (
          <Text size="xs" c="dimmed">
            {TEXTS.desk.dispositionsLater}
          </Text>
        )}
        <SimpleGrid cols={{ base: 2, md: 1 }} spacing={6} verticalSpacing={6}>
          {dispositions.map((disposition, index) => (
            <KeyButton
              key={disposition.code}
              keyName={DISPOSITION_KEYS[index] ?? ''}
              action={dispose && (() => dispose(disposition))}
              variant="default"
              size="sm"
            >
              {disposition.label}
            </KeyButton>
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
