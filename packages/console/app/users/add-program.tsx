/** Makes a token for a program. */
import { Alert, Button, Checkbox, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestRefused, answerOf, api, textOf } from '../data/api.js';
import { TEXTS } from '../texts.js';

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
  const refused = add.error instanceof RequestRefused ? add.error : null;
  return (
    <Modal opened={isOpen} onClose={close} title={programs.add} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack>
          {add.isError && !refused?.refusal.problems && <Alert color="red">{textOf(add.error)}</Alert>}
          <TextInput
            label={programs.name}
            description={programs.nameHint}
            required
            withAsterisk={false}
            autoCapitalize="none"
            data-autofocus
            value={tokenId}
            error={refused?.problemOf('tokenId')}
            onChange={(event) => setTokenId(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={programs.scopes}
            value={chosen}
            onChange={setChosen}
            error={refused?.problemOf('scopes')}
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
        </Stack>
      </form>
    </Modal>
  );
}
