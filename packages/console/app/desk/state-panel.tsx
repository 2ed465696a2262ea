/** The agent's state, since when it lasts, and the orders that change it. */
import type { Desk } from '@outdial/client';
import { Alert, Button, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKeyboard } from '../widgets/icons.js';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TelephoneLine } from '../telephone/telephone-line.js';
import { TEXTS } from '../texts.js';
import { STATE_COLORS } from '../widgets/agent-states.js';
import { ownPauseName } from '../widgets/pause-name.js';
import { Since } from '../widgets/since.js';
import type { DeskActions } from './keys.js';
import { KeyButton } from './key-button.js';

/** The panel of the agent's state. */
export function StatePanel({ desk, actions }: { readonly desk: Desk; readonly actions: DeskActions }) {
  const { state, code, since, next, campaign, preview, noCalls } = desk;
  const color = STATE_COLORS[state];
  const paused = state === 'paused' || state === 'pausing';
  return (
    <Paper withBorder p="md" radius="lg" style={{ borderTop: `4px solid var(--mantine-color-${color}-6)` }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {campaign}
        </Text>
        <Group justify="space-between" wrap="nowrap" align="center">
          <Group gap="xs" wrap="nowrap">
            <span
              className="waiting-dot"
              data-waiting={state === 'ready' || state === 'reserved'}
              style={{ background: `var(--mantine-color-${color}-6)` }}
              aria-hidden
            />
            <Title order={1} size="h3" aria-live="polite" data-testid="state">
              {TEXTS.desk.states[state]}
            </Title>
          </Group>
          <Since from={since} size="xl" fw={600} />
        </Group>
        <Text size="sm">
          {paused && code !== null ? `${ownPauseName(code)}. ` : ''}
          {noCalls !== null && state === 'ready' ? TEXTS.desk.noCalls : TEXTS.desk.about[state]}
        </Text>
        {noCalls !== null && desk.call === null && <NoCalls {...noCalls} />}
        {next !== 'ready' && !paused && (
          <Text size="sm" fw={600} c="orange">
            {TEXTS.desk.next[next]}
          </Text>
        )}
        <TelephoneLine />
        <StateActions isPreview={Boolean(preview)} actions={actions} />
        <Divider />
        <Group justify="space-between">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => void give(api.POST('/api/v1/desk/leave'))}
          >
            {TEXTS.desk.leave}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={actions.help}
            visibleFrom="sm"
          >
            {TEXTS.desk.keys.title}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Why no call comes, and since when. */
function NoCalls({ text, since }: NonNullable<Desk['noCalls']>) {
  return (
    <Alert color="orange" variant="light" p="xs" role="status" data-testid="no-calls">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      {since !== null && (
        <Text size="xs" c="dimmed">
          {TEXTS.desk.noCallsFor} <Since from={since} size="xs" aria-live="off" />
        </Text>
      )}
    </Alert>
  );
}

/** What the agent can do about their state, by key or by click. */
function StateActions({
  isPreview,
  actions,
}: {
  readonly isPreview: boolean;
  readonly actions: DeskActions;
}) {
  return (
    <Stack gap="xs" mt="xs">
      {isPreview ? (
        <>
          <KeyButton keyName="a" action={actions.accept}>
            {TEXTS.desk.accept}
          </KeyButton>
          <KeyButton keyName="s" action={actions.skip} variant="default">
            {TEXTS.desk.skip}
          </KeyButton>
        </>
      ) : (
        <KeyButton keyName="r" action={actions.ready} color="green">
          {TEXTS.desk.goReady}
        </KeyButton>
      )}
      <KeyButton keyName="h" action={actions.hangUp} color="red">
        {TEXTS.desk.hangUp}
      </KeyButton>
      <KeyButton keyName="p" action={actions.pause} variant="default">
        {TEXTS.desk.pause}
      </KeyButton>
    </Stack>
  );
}
