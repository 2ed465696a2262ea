/** The page behind a one-time link: one sets a password and is logged in. */
import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api, problemOf } from '../data/api.js';
import { useSetSession } from '../data/session.js';
import { TEXTS, fill } from '../texts.js';
import { NewPasswordFields, useNewPassword } from '../widgets/new-password.js';
import { Fault } from '../widgets/fault.js';
import { RequestForm } from '../widgets/request-form.js';
import { Card } from './card.js';

/** Sets the first password by the link's secret, which stands behind '#' and so in no log. */
export function FirstPassword() {
  const [, go] = useLocation();
  const { set } = useSetSession();
  const [token] = useState(() => window.location.hash.slice(1) || '-');
  const fields = useNewPassword();
  const { password, differs } = fields;
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => answerOf(api.POST('/api/v1/links/read', { body: { token } })),
    staleTime: Infinity,
    retry: false,
  });
  const use = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/links/use', { body: { token, password } })),
    onSuccess: (session) => {
      go('/', { replace: true });
      set(session);
    },
  });
  if (link.isError)
    return (
      <Card title={TEXTS.logIn.title}>
        <Stack>
          <Fault error={link.error} />
          <Button variant="light" onClick={() => go('/', { replace: true })}>
            {TEXTS.logIn.submit}
          </Button>
        </Stack>
      </Card>
    );
  const { name = '', accountId = '' } = link.data ?? {};
  return (
    <Card title={fill(TEXTS.link.title, { name })}>
      <RequestForm request={use} fields={['password']} isReady={!differs}>
        <Text size="sm">{fill(TEXTS.link.about, { account: accountId })}</Text>
        <input type="text" name="username" autoComplete="username" value={accountId} readOnly hidden />
        <NewPasswordFields fields={fields} problem={problemOf(use.error, 'password')} autoFocus />
        <Button type="submit" fullWidth loading={use.isPending} disabled={link.isPending || differs}>
          {TEXTS.link.submit}
        </Button>
      </RequestForm>
    </Card>
  );
}
