/** Users: who may log in, as what, and one-time links for them. */
import type { AccountDocument as Account, Session } from '@outdial/client';
import { Badge, Button, Menu, Paper, Table } from '@mantine/core';
import { IconPlus } from '../widgets/icons.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { ActionsMenu } from '../widgets/actions-menu.js';
import { Fault } from '../widgets/fault.js';
import { ScreenLayout } from '../widgets/screen-layout.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { useSorting } from '../widgets/sorting.js';
import { AddUser } from './add-user.js';
import { LinkDialog, type IssuedLink } from './link-dialog.js';
import { Programs } from './programs.js';
import { Webhooks } from './webhooks.js';

const { users } = TEXTS;
const KEY = ['accounts'];

/** What each column sorts by. */
const SORTS = {
  name: ({ name }: Account) => name,
  account: ({ accountId }: Account) => accountId,
  role: ({ role }: Account) => role,
};

/** The screen of users. */
export default function Users({ session }: { readonly session: Session }) {
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const accounts = useQuery({ queryKey: KEY, queryFn: () => answerOf(api.GET('/api/v1/accounts')) });
  const { sorted, sortOf } = useSorting(accounts.data ?? [], SORTS);
  const refresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  return (
    <ScreenLayout
      title={users.title}
      opposite={
        <Button leftSection={<IconPlus size={16} aria-hidden />} size="sm" onClick={() => setAdding(true)}>
          {users.add}
        </Button>
      }
    >
      <Fault error={accounts.error} />
      <Paper withBorder p="md" radius="lg">
        <ScrollTable
          label={users.title}
          minWidth={600}
          columns={[
            { name: users.columns.name, sort: sortOf('name') },
            { name: users.columns.account, sort: sortOf('account') },
            { name: users.columns.role, sort: sortOf('role') },
            users.columns.state,
            MENU_COLUMN,
          ]}
          verticalSpacing={8}
        >
          {sorted.map((account) => (
            <AccountRow
              key={account.accountId}
              account={account}
              isSelf={account.accountId === session.accountId}
              refresh={refresh}
              showLink={setLink}
            />
          ))}
        </ScrollTable>
      </Paper>
      <AddUser
        isOpen={isAdding}
        close={() => setAdding(false)}
        added={(issued) => {
          setAdding(false);
          setLink(issued);
          refresh();
        }}
      />
      <LinkDialog link={link} close={() => setLink(null)} />
      <Programs />
      <Webhooks />
    </ScreenLayout>
  );
}

function AccountRow({
  account,
  isSelf,
  refresh,
  showLink,
}: {
  readonly account: Account;
  readonly isSelf: boolean;
  readonly refresh: () => void;
  readonly showLink: (link: IssuedLink) => void;
}) {
  const { accountId, name, role, disabledAt, hasPassword } = account;
  const params = { path: { accountId } };
  const isDisabled = disabledAt !== null;
  const [color, state] = isDisabled
    ? ['gray', users.disabled]
    : hasPassword
      ? ['green', users.active]
      : ['yellow', users.invited];
  const turn = async (): Promise<void> => {
    await give(api.PATCH('/api/v1/accounts/{accountId}', { params, body: { disabled: !isDisabled } }));
    refresh();
  };
  const issue = async (): Promise<void> => {
    showLink({ name, ...(await answerOf(api.POST('/api/v1/accounts/{accountId}/link', { params }))) });
  };
  const roles: Readonly<Record<string, string>> = TEXTS.roles;
  return (
    <Table.Tr data-account={accountId}>
      <Table.Td fw={550}>{name}</Table.Td>
      <Table.Td>{accountId}</Table.Td>
      <Table.Td>{roles[role] ?? role}</Table.Td>
      <Table.Td>
        <Badge color={color}>{state}</Badge>
      </Table.Td>
      <Table.Td py={0}>
        {!isSelf && (
          <ActionsMenu label={fill(users.actions, { name })}>
            {!isDisabled && <Menu.Item onClick={() => void issue()}>{users.link}</Menu.Item>}
            <Menu.Item onClick={() => void turn()}>{isDisabled ? users.enable : users.disable}</Menu.Item>
          </ActionsMenu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
