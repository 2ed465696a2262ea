/** The links to the screens: in a row where there is room for it, else in a menu. */
import { Burger, Button, Group, Menu, Text } from '@mantine/core';
import {
  IconHeadset,
  IconLayoutDashboard,
  IconListDetails,
  IconPhoneCalling,
  IconTargetArrow,
  IconReportAnalytics,
  IconScale,
  IconUsers,
  type Icon,
} from '../widgets/icons.js';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { TEXTS } from '../texts.js';
import type { Screen } from './screens.js';

const ICONS: Readonly<Record<Screen, Icon>> = {
  desk: IconHeadset,
  board: IconLayoutDashboard,
  callbacks: IconPhoneCalling,
  campaigns: IconTargetArrow,
  lists: IconListDetails,
  reports: IconReportAnalytics,
  compliance: IconScale,
  users: IconUsers,
};

/** Links to screens; the one that is shown is marked. */
export function ScreenLinks({ screens }: { readonly screens: readonly Screen[] }) {
  const [path] = useLocation();
  const here = screens.find((screen) => path === `/${screen}` || path.startsWith(`/${screen}/`));
  return (
    <>
      <Group gap={4} wrap="nowrap" visibleFrom="lg" component="nav">
        {screens.map((screen) => (
          <Button
            key={screen}
            component={Link}
            href={`/${screen}`}
            variant={screen === here ? 'light' : 'subtle'}
            color={screen === here ? 'cyan' : 'gray'}
            size="compact-md"
            px={10}
            aria-current={screen === here ? 'page' : undefined}
          >
            {TEXTS.screens[screen]}
          </Button>
        ))}
      </Group>
      <Group gap="xs" wrap="nowrap" hiddenFrom="lg">
        <ScreenMenu screens={screens} />
        {here && <Text fw={600}>{TEXTS.screens[here]}</Text>}
      </Group>
    </>
  );
}

function ScreenMenu({ screens }: { readonly screens: readonly Screen[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width={220}>
      <Menu.Target>
        <Burger opened={isOpen} size="sm" aria-label={TEXTS.screensLabel} />
      </Menu.Target>
      <Menu.Dropdown>
        {screens.map((screen) => {
          const ScreenIcon = ICONS[screen];
          return (
            <Menu.Item
              key={screen}
              component={Link}
              href={`/${screen}`}
              leftSection={<ScreenIcon size={17} strokeWidth={1.7} aria-hidden />}
            >
              {TEXTS.screens[screen]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
