/** What surrounds every screen: where one is, who one is, and what concerns the whole floor. */
import type { FloorDocument as Floor, Session } from '@outdial/client';
import {
  ActionIcon,
  Alert,
  AppShell,
  Badge,
  Box,
  Button,
  Group,
  Menu,
  Stack,
  Text,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core';
import {
  IconAlertTriangle,
  IconDeviceDesktop,
  IconHeadset,
  IconLayoutDashboard,
  IconLogout,
  IconMoon,
  IconPlugConnectedX,
  IconSun,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { answerOf, api } from '../data/api.js';
import { live, useConnection, useDocument, useNow } from '../data/live.js';
import { useSetSession } from '../data/session.js';
import { TEXTS, fill } from '../texts.js';
import { duration } from '../widgets/format.js';
import { screensOf, type Screen } from './screens.js';

const ICONS = { desk: IconHeadset, board: IconLayoutDashboard, users: IconUsers };

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
            {screens.length > 1 && screens.map((screen) => <ScreenLink key={screen} screen={screen} />)}
          </Group>
          <Group gap="xs" wrap="nowrap">
            {session.simulated && <SimulatedBadge />}
            <PersonMenu session={session} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        <Stack gap="md" maw={1600} mx="auto">
          <Notices />
          {children}
        </Stack>
      </AppShell.Main>
    </AppShell>
  );
}

function ScreenLink({ screen }: { readonly screen: Screen }) {
  const [path] = useLocation();
  const Icon = ICONS[screen];
  const isHere = path === `/${screen}`;
  return (
    <Button
      component={Link}
      href={`/${screen}`}
      variant={isHere ? 'light' : 'subtle'}
      color={isHere ? 'cyan' : 'gray'}
      size="compact-md"
      px={{ base: 8, sm: 10 }}
      aria-current={isHere ? 'page' : undefined}
    >
      <Box component="span" visibleFrom="sm" mr={8} lh={0}>
        <Icon size={17} stroke={1.7} aria-hidden />
      </Box>
      {TEXTS.screens[screen]}
    </Button>
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
      <Badge
        color="grape"
        variant="light"
        tabIndex={0}
        style={{ textTransform: 'none', cursor: 'help', flex: 'none' }}
      >
        <Text span inherit visibleFrom="sm">
          {TEXTS.simulated}
        </Text>
        <Text span inherit hiddenFrom="sm">
          {TEXTS.simulatedShort}
        </Text>
      </Badge>
    </Tooltip>
  );
}

function PersonMenu({ session }: { readonly session: Session }) {
  const { set } = useSetSession();
  const { setColorScheme } = useMantineColorScheme();
  const logOut = async (): Promise<void> => {
    await answerOf(api.DELETE('/api/v1/session')).catch(() => undefined);
    set(null);
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${TEXTS.menu}: ${session.name}`}>
          <IconUserCircle size={24} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.name} · {TEXTS.roles[session.role]}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{TEXTS.colors.label}</Menu.Label>
        <Menu.Item leftSection={<IconSun size={16} />} onClick={() => setColorScheme('light')}>
          {TEXTS.colors.light}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size={16} />} onClick={() => setColorScheme('dark')}>
          {TEXTS.colors.dark}
        </Menu.Item>
        <Menu.Item leftSection={<IconDeviceDesktop size={16} />} onClick={() => setColorScheme('auto')}>
          {TEXTS.colors.auto}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void logOut()}>
          {TEXTS.logOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What everybody must know now: the connection, the kill switch, a server that stops. */
function Notices() {
  const connection = useConnection();
  const floor = useDocument<Floor>('floor');
  useNow();
  const isLost = connection !== 'live' && live.ageMs() > 2_500;
  return (
    <>
      {isLost && (
        <Alert color="red" variant="filled" icon={<IconPlugConnectedX />} role="alert" py="xs">
          {fill(TEXTS.lost, { age: duration(live.ageMs()) })}
        </Alert>
      )}
      {floor?.killSwitch.on === true && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" py="xs">
          {fill(TEXTS.killed, { reason: floor.killSwitch.reason })}
        </Alert>
      )}
      {floor?.draining === true && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} py="xs">
          {TEXTS.draining}
        </Alert>
      )}
    </>
  );
}
