/** Changes the account's own password: every other session ends, this one goes on. */
import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { live } from '../data/live.js';
import { TEXTS } from '../texts.js';
import { NewPasswordFields, useNewPassword } from '../widgets/new-password.js';
import { say } from '../widgets/say.js';
import { RequestForm } from '../widgets/request-form.js';

const { ownPassword } = TEXTS;

/** The dialog of one's own password. */
export function OwnPassword({
  accountId,
  isOpen,
  close,
}: {
  readonly accountId: string;
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const [present, setPresent] = useState('');
  const fields = useNewPassword();
  const { password, again, differs, setPassword, setAgain } = fields;
  const change = useMutation({
    mutationFn: () => answerOf(api.PUT('/api/v1/session/password', { body: { present, password } })),
    onSuccess: () => {
      // The stream was opened by the session that has ended.
      live.again();
      leave();
      say({ color: 'green', message: ownPassword.done });
    },
  });
  const leave = (): void => {
    for (const set of [setPresent, setPassword, setAgain]) set('');
    change.reset();
    close();
  };
  return (
    <Modal opened={isOpen} onClose={leave} title={ownPassword.title} centered>
      <RequestForm request={change} fields={['present', 'password']} isReady={!differs}>
        <input type="text" name="username" autoComplete="username" value={accountId} readOnly hidden />
        <PasswordInput
          label={ownPassword.present}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={present}
          error={problemOf(change.error, 'present')}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <NewPasswordFields fields={fields} problem={problemOf(change.error, 'password')} />
        <Button type="submit" loading={change.isPending} disabled={differs || again === ''}>
          {ownPassword.submit}
        </Button>
      </RequestForm>
    </Modal>
  );
}
