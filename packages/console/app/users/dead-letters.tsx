/** The events that a webhook refused for good: sent again or dismissed. */
import type { DeadLetterDocument as DeadLetter } from '@outdial/client';
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { Fault } from '../widgets/fault.js';
import { moment } from '../widgets/format.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { ShowMore } from '../widgets/show-more.js';
import { sayAnswer } from './receiver-answer.js';

const { webhooks } = TEXTS;

/** The dialog of refused events; null: it is closed. */
export function DeadLetters({
  webhookId,
  close,
  changed,
}: {
  readonly webhookId: string | null;
  readonly close: () => void;
  readonly changed: () => void;
}) {
  const queries = useQueryClient();
  const { ask, question } = useAsk();
  const key = ['dead-letters', webhookId];
  const path = '/api/v1/webhooks/{webhookId}/dead-letters';
  const letters = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: from, signal }) => {
      const query = from === null ? {} : { after: from };
      return answerOf(api.GET(path, { params: { path: { webhookId: webhookId ?? '' }, query }, signal }));
    },
    getNextPageParam: ({ more }) => more,
    enabled: webhookId !== null,
  });
  const after = (work: (params: LetterParams) => Promise<unknown>) => async (letter: DeadLetter) => {
    await work({ path: { webhookId: webhookId ?? '', deadLetterId: letter.deadLetterId } });
    await queries.invalidateQueries({ queryKey: key });
    changed();
  };
  const dismiss = after((params) => give(api.DELETE(`${path}/{deadLetterId}`, { params })));
  return (
    <>
      <Modal
        opened={webhookId !== null}
        onClose={close}
        title={fill(webhooks.refusedOf, { name: webhookId ?? '' })}
        size="lg"
        centered
      >
        <Stack>
          <Text size="sm">{webhooks.refusedAbout}</Text>
          <Fault error={letters.error} />
          <LetterTable
            letters={letters.data?.pages.flatMap((page) => page.letters) ?? []}
            send={after((params) => sayAnswer(api.POST(`${path}/{deadLetterId}/send`, { params })))}
            dismiss={(letter) =>
              ask({
                text: fill(webhooks.dismissAsk, { kind: letter.kind }),
                yes: webhooks.dismiss,
                then: () => void dismiss(letter),
              })
            }
          />
          <ShowMore of={letters} />
        </Stack>
      </Modal>
      {question}
    </>
  );
}

interface LetterParams {
  readonly path: { readonly webhookId: string; readonly deadLetterId: string };
}

function LetterTable({
  letters,
  send,
  dismiss,
}: {
  readonly letters: readonly DeadLetter[];
  readonly send: (letter: DeadLetter) => Promise<void>;
  readonly dismiss: (letter: DeadLetter) => void;
}) {
  const { at, kind, problem } = webhooks.letterColumns;
  return (
    <ScrollTable
      label={webhooks.title}
      minWidth={600}
      columns={[at, kind, problem, MENU_COLUMN]}
      verticalSpacing={8}
    >
      {letters.map((letter) => (
        <Table.Tr key={letter.deadLetterId}>
          <Table.Td>{moment(letter.at)}</Table.Td>
          <Table.Td>{letter.kind}</Table.Td>
          <Table.Td>{letter.problem}</Table.Td>
          <Table.Td py={0}>
            <Group gap={4} justify="flex-end" wrap="nowrap">
              <Button
                variant="light"
                size="compact-sm"
                aria-label={fill(webhooks.sendOf, { kind: letter.kind })}
                onClick={() => void send(letter)}
              >
                {webhooks.send}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={fill(webhooks.dismissOf, { kind: letter.kind })}
                onClick={() => dismiss(letter)}
              >
                {webhooks.dismiss}
              </Button>
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
}
