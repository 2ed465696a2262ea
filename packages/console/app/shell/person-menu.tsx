/** The menu of the account: colour scheme, own password, logging out. */
import type { Session } from '@outdial/client';
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '../widgets/icons.js';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { useSetSession } from '../data/session.js';
import { TEXTS, fill } from '../texts.js';
import { useLeave } from '../widgets/ask-before-leaving.js';
import { zoneName } from '../widgets/zone.js';
import { OwnPassword } from './own-password.js';

/** The menu of the person who is logged in. */
export function PersonMenu({ session }: { readonly session: Session }) {
  const { set } = useSetSession();
  const { setColorScheme } = useMantineColorScheme();
  const leave = useLeave();
  const [isChanging, setChanging] = useState(false);
  const logOut = async (): Promise<void> => {
    await answerOf(api.DELETE('/api/v1/session')).catch(() => undefined);
    set(null);
  };
  return (
    <>
      <OwnPassword accountId={session.accountId} isOpen={isChanging} close={() => setChanging(false)} />
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${TEXTS.menu}: ${session.name}`}>
            <IconUserCircle size={24} strokeWidth={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {session.name} · {TEXTS.roles[session.role]}
          </Menu.Label>
          <Menu.Label>{fill(TEXTS.zone, { zone: zoneName(session.timeZone) })}</Menu.Label>
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
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChanging(true)}>
            {TEXTS.ownPassword.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave(() => void logOut())}>
            {TEXTS.logOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
