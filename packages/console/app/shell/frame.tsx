/** The frame around every screen: links to the screens, the account's menu, notices about the whole floor. */
import type { FloorDocument as Floor, Session } from '@outdial/client';
import { Alert, AppShell, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconDatabaseOff, IconPhoneOff, IconPlugConnectedX } from '../widgets/icons.js';
import type { ReactNode } from 'react';
import { live, useConnection, useDocument, useNow } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { age } from '../widgets/format.js';
import { localText, zoneName } from '../widgets/zone.js';
import { DeskCallsBar } from './desk-calls-bar.js';
import { PersonMenu } from './person-menu.js';
import { ScreenLinks } from './screen-links.js';
import { screensOf } from './screens.js';

/** The frame around a screen. */
export function Frame({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const screens = screensOf(session.role);
  return (
    <AppShell header={{ height: 52 }} padding={{ base: 'sm', sm: 'md' }}>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Text fw={750} size="lg" visibleFrom="sm" mr="xs">
              {TEXTS.product}
            </Text>
            {screens.length > 1 && <ScreenLinks screens={screens} />}
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Clock timeZone={session.timeZone} />
            {session.simulated && <SimulatedBadge />}
            <PersonMenu session={session} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        <Stack gap="md" maw={1600} mx="auto">
          <Notices />
          {screens.includes('desk') && <DeskCallsBar session={session} />}
          {children}
        </Stack>
      </AppShell.Main>
    </AppShell>
  );
}

/** The agency's clock: every time on the screens is told by it. */
function Clock({ timeZone }: { readonly timeZone: string }) {
  const time = localText(useNow(), timeZone).slice(-'HH:MM'.length);
  return (
    <Text
      size="sm"
      c="dimmed"
      visibleFrom="lg"
      style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {fill(TEXTS.clock, { time, zone: zoneName(timeZone) })}
    </Text>
  );
}

function SimulatedBadge() {
  return (
    <Tooltip
      label={TEXTS.simulatedAbout}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Badge color="grape" tabIndex={0} style={{ cursor: 'help', flex: 'none' }}>
        <Text span inherit visibleFrom="xl">
          {TEXTS.simulated}
        </Text>
        <Text span inherit hiddenFrom="xl">
          {TEXTS.simulatedShort}
        </Text>
      </Badge>
    </Tooltip>
  );
}

/** Something without which nobody is dialed. */
function Away({
  icon,
  testId,
  children,
}: {
  readonly icon: ReactNode;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  return (
    <Alert color="red" variant="light" icon={icon} role="alert" py="xs" data-testid={testId}>
      {children}
    </Alert>
  );
}

/** What everybody must know now: the connection, what is away, the kill switch, a server that stops. */
function Notices() {
  const connection = useConnection();
  const floor = useDocument<Floor>('floor');
  const now = useNow();
  const ageOf = (since: string): string => age(now - Date.parse(since));
  const isLost = connection !== 'live' && live.ageMs() > 2_500;
  return (
    <>
      {isLost && (
        <Alert color="red" variant="filled" icon={<IconPlugConnectedX />} role="alert" py="xs">
          {fill(TEXTS.lost, { age: age(live.ageMs()) })}
        </Alert>
      )}
      {floor?.storeSilentSince != null && (
        <Away icon={<IconDatabaseOff />} testId="no-store">
          {fill(TEXTS.storeSilent, { age: ageOf(floor.storeSilentSince) })}
        </Away>
      )}
      {floor?.telephonyDownSince != null && (
        <Away icon={<IconPhoneOff />} testId="no-telephony">
          {fill(TEXTS.telephonyDown, { age: ageOf(floor.telephonyDownSince) })}
        </Away>
      )}
      {floor?.telephonyTroubles.map(({ text, since }) => (
        <Away key={text} icon={<IconPhoneOff />} testId="telephony-trouble">
          {fill(TEXTS.telephonyTrouble, { text, age: ageOf(since) })}
        </Away>
      ))}
      {floor?.killSwitch.on === true && (
        <Away icon={<IconAlertTriangle />} testId="killed">
          {fill(TEXTS.killed, { reason: floor.killSwitch.reason })}
        </Away>
      )}
      {floor?.draining === true && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} py="xs">
          {TEXTS.draining}
        </Alert>
      )}
    </>
  );
}
