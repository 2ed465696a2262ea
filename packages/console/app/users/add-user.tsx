/** Adds a user. */
import type { Session } from '@outdial/client';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { RequestForm } from '../widgets/request-form.js';
import { optionsOf } from '../widgets/options.js';
import type { IssuedLink } from './link-dialog.js';

const { users } = TEXTS;
const ROLES = optionsOf(TEXTS.roles);

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
  return (
    <Modal opened={isOpen} onClose={close} title={users.add} centered>
      <RequestForm request={add} fields={['name', 'accountId']}>
        <TextInput
          label={users.name}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          error={problemOf(add.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={users.account}
          description={users.accountHint}
          required
          withAsterisk={false}
          autoCapitalize="none"
          value={accountId}
          error={problemOf(add.error, 'accountId')}
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
      </RequestForm>
    </Modal>
  );
}
