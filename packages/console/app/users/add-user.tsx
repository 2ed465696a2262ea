/** Adds a user. */
import type { Session } from '@outdial/client';
import { Alert, Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestRefused, answerOf, api, textOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import type { IssuedLink } from './link-dialog.js';

const { users } = TEXTS;
const ROLES = Object.entries(TEXTS.roles).map(([value, label]) => ({ value, label }));

/** The form of a new user; `added` gets the one-time link for them. */
export function AddUser({
  isOpen,
  close,
  added,
}: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly added: (link: IssuedLink) => void;
}) {
  const [accountId, setAccountId] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Session['role']>('agent');
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/accounts', { body: { accountId, name, role } })),
    onSuccess: (link) => {
      setAccountId('');
      setName('');
      added({ name, ...link });
    },
  });
  const refused = add.error instanceof RequestRefused ? add.error : null;
  return (
    <Modal opened={isOpen} onClose={close} title={users.add} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack>
          {add.isError && !refused?.refusal.problems && <Alert color="red">{textOf(add.error)}</Alert>}
          <TextInput
            label={users.name}
            required
            withAsterisk={false}
            data-autofocus
            value={name}
            error={refused?.problemOf('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={users.account}
            description={users.accountHint}
            required
            withAsterisk={false}
            autoCapitalize="none"
            value={accountId}
            error={refused?.problemOf('accountId')}
            onChange={(event) => setAccountId(event.currentTarget.value)}
          />
          <Select
            label={users.role}
            description={users.roleAbout[role]}
            data={ROLES}
            value={role}
            allowDeselect={false}
            onChange={(value) => setRole((value ?? 'agent') as Session['role'])}
          />
          <Button type="submit" loading={add.isPending}>
            {users.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
