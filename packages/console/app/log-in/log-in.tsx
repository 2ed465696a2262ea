/** Logging in. */
import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { useSetSession } from '../data/session.js';
import { TEXTS } from '../texts.js';
import { RequestForm } from '../widgets/request-form.js';
import { Card } from './card.js';

/** The form by which one logs in; `note` stands above it. */
export function LogIn({ note }: { readonly note?: string }) {
  const { set } = useSetSession();
  const [accountId, setAccountId] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/session', { body: { accountId, password } })),
    onSuccess: set,
  });
  return (
    <Card title={TEXTS.logIn.title}>
      <RequestForm request={logIn} fields={[]}>
        {note !== undefined && (
          <Text size="sm" role="status">
            {note}
          </Text>
        )}
        <TextInput
          label={TEXTS.logIn.account}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          required
          autoFocus
          withAsterisk={false}
          value={accountId}
          onChange={(event) => setAccountId(event.currentTarget.value)}
        />
        <PasswordInput
          label={TEXTS.logIn.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={logIn.isPending}>
          {TEXTS.logIn.submit}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {TEXTS.logIn.lost}
        </Text>
      </RequestForm>
    </Card>
  );
}
