/** The menu of what can be done with one thing: three dots at the end of its row. */
import { ActionIcon, Menu, type MenuProps } from '@mantine/core';
import { IconDotsVertical } from './icons';
import { useRef, type ReactNode } from 'react';

/** The menu; `label` says of what it is, `children` are its items. */
export function ActionsMenu({
  label,
  isBordered = false,
  children,
  ...menu
}: Omit<MenuProps, 'children'> & {
  readonly label: string;
  readonly isBordered?: boolean;
  readonly children: ReactNode;
}) {
  const dots = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-end" {...menu}>
      <Menu.Target>
        <ActionIcon
          ref={dots}
          {...(isBordered ? { variant: 'default' } : { variant: 'subtle', color: 'gray' })}
          aria-label={label}
        >
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      {/* A dialog that an item opens gives the focus back to where it was: not to an item that is gone. */}
      <Menu.Dropdown onClickCapture={() => dots.current?.focus()}>{children}</Menu.Dropdown>
    </Menu>
  );
}
