/** Makes a webhook. */
import { Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { TEXTS } from '../texts.js';
import { RequestForm } from '../widgets/request-form.js';

const { webhooks } = TEXTS;

/** A webhook as it was made, with its secret. */
interface MadeWebhook {
  readonly webhookId: string;
  readonly secret: string;
}

/** The form of a new webhook; `added` gets its secret. */
export function AddWebhook({
  isOpen,
  close,
  added,
}: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly added: (made: MadeWebhook) => void;
}) {
  const [webhookId, setWebhookId] = useState('');
  const [url, setUrl] = useState('');
  const [kinds, setKinds] = useState<string[]>([]);
  const choices = useChoices(isOpen);
  const add = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/webhooks', { body: { webhookId, url, kinds, from: 'now' } })),
    onSuccess: (made) => {
      setWebhookId('');
      setUrl('');
      setKinds([]);
      added(made);
    },
  });
  return (
    <Modal opened={isOpen} onClose={close} title={webhooks.add} centered>
      <RequestForm request={add} fields={['webhookId', 'url', 'kinds']}>
        <TextInput
          label={webhooks.name}
          description={webhooks.nameHint}
          required
          withAsterisk={false}
          autoCapitalize="none"
          data-autofocus
          value={webhookId}
          error={problemOf(add.error, 'webhookId')}
          onChange={(event) => setWebhookId(event.currentTarget.value)}
        />
        <TextInput
          label={webhooks.url}
          description={webhooks.urlHint}
          type="url"
          required
          withAsterisk={false}
          value={url}
          error={problemOf(add.error, 'url')}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <MultiSelect
          label={webhooks.kinds}
          description={webhooks.kindsHint}
          data={choices}
          value={kinds}
          onChange={setKinds}
          searchable
          clearable
          comboboxProps={{ position: 'top' }}
          error={problemOf(add.error, 'kinds')}
        />
        <Button type="submit" loading={add.isPending}>
          {webhooks.add}
        </Button>
      </RequestForm>
    </Modal>
  );
}

/** The kinds that a webhook may be told of, read once they are shown. */
function useChoices(isShown: boolean): string[] {
  const known = useQuery({
    queryKey: ['webhook-kinds'],
    queryFn: () => answerOf(api.GET('/api/v1/webhooks/kinds')),
    enabled: isShown,
    staleTime: Infinity,
  });
  return choicesOf(known.data?.map(({ kind }) => kind) ?? []);
}

/** Each family of kinds ('attempt.*'), then its kinds. */
function choicesOf(kinds: readonly string[]): string[] {
  const families = new Set(kinds.map((kind) => `${kind.split('.')[0] ?? kind}.*`));
  return [...families, ...kinds].sort();
}
