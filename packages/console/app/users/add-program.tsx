/** Makes a token for a program. */
import { Button, Checkbox, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { RequestForm } from '../widgets/request-form.js';

const { programs } = TEXTS;

/** A token as it was made, with its secret. */
interface MadeToken {
  readonly tokenId: string;
  readonly secret: string;
}

/** The form of a new token; `added` gets its secret. */
export function AddProgram({
  isOpen,
  close,
  added,
}: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly added: (made: MadeToken) => void;
}) {
  const [tokenId, setTokenId] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [days, setDays] = useState('365');
  const scopes = useQuery({
    queryKey: ['scopes'],
    queryFn: () => answerOf(api.GET('/api/v1/tokens/scopes')),
    enabled: isOpen,
    staleTime: Infinity,
  });
  const given = scopes.data?.map(({ scope }) => scope).filter((scope) => chosen.includes(scope)) ?? [];
  const add = useMutation({
    mutationFn: () => {
      const body = { tokenId, scopes: given, days: days === '' ? null : Number(days) };
      return answerOf(api.POST('/api/v1/tokens', { body }));
    },
    onSuccess: (made) => {
      setTokenId('');
      setChosen([]);
      added(made);
    },
  });
  return (
    <Modal opened={isOpen} onClose={close} title={programs.add} centered>
      <RequestForm request={add} fields={['tokenId', 'scopes']}>
        <TextInput
          label={programs.name}
          description={programs.nameHint}
          required
          withAsterisk={false}
          autoCapitalize="none"
          data-autofocus
          value={tokenId}
          error={problemOf(add.error, 'tokenId')}
          onChange={(event) => setTokenId(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={programs.scopes}
          value={chosen}
          onChange={setChosen}
          error={problemOf(add.error, 'scopes')}
        >
          <Stack gap={6} mt={6}>
            {scopes.data?.map(({ scope, allows }) => (
              <Checkbox key={scope} value={scope} label={scope} description={allows} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={programs.days}
          data={programs.periods.map(([value, label]) => ({ value, label }))}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? '365')}
        />
        <Button type="submit" loading={add.isPending} disabled={given.length === 0}>
          {programs.add}
        </Button>
      </RequestForm>
    </Modal>
  );
}
