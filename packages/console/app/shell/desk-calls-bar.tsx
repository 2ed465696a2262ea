/** On the other screens, what waits at the desk; the desk of an agent opens by itself when a call comes. */
import type { Desk, Session } from '@outdial/client';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useDocument } from '../data/live.js';
import { TEXTS } from '../texts.js';
import { IconHeadset } from '../widgets/icons.js';
import { Since } from '../widgets/since.js';
import { arrivalAt, waitsAtDesk } from './desk-calls.js';

/** Where the desk is. */
const DESK = '/desk';

/** A bar with the way to the desk; nothing at the desk itself, and where nothing waits there. */
export function DeskCallsBar({ session: { accountId, role } }: { readonly session: Session }) {
  const desk = useDocument<Desk>(`desk/${accountId}`);
  const [path, goTo] = useLocation();
  const isElsewhere = path !== DESK;
  const arrival = arrivalAt(desk);
  // Others may be in the middle of a form: they have the bar.
  useEffect(() => {
    if (role === 'agent' && arrival !== null && isElsewhere) goTo(DESK);
  }, [arrival]);
  const waits = waitsAtDesk(desk);
  if (desk === undefined || waits === null || !isElsewhere) return null;
  return (
    <Alert color="blue" variant="light" icon={<IconHeadset />} role="alert" py="xs" data-testid="at-desk">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {TEXTS.atDesk.about[waits]} <Since from={desk.since} size="sm" aria-live="off" />
        </Text>
        <Button size="compact-sm" component={Link} href={DESK}>
          {TEXTS.atDesk.go}
        </Button>
      </Group>
    </Alert>
  );
}
