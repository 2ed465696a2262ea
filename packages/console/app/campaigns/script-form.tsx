/** The script of a campaign as a form: its pages, and where each leads, as the desk will show them. */
import type { ExaminedCampaign } from '@outdial/client';
import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  Mark,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { fillScript } from '../desk/script-text.js';
import { TEXTS, fill } from '../texts.js';
import type { Change } from './settings-form.js';

const { script: SAY } = TEXTS.campaigns;

type Page = NonNullable<ExaminedCampaign['settings']>['script'][number];
type Choice = Page['choices'][number];

const FIRST: Page = { id: 'greeting', title: null, text: SAY.beginning, choices: [] };

interface FormProps {
  readonly script: readonly Page[];
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}

/** The form; `change` writes settings. */
export function ScriptForm({ script, problems, change }: FormProps) {
  const [pages, setPages] = useState(script);
  useEffect(() => setPages(script), [script]);
  const write = (next: readonly Page[]): void => {
    setPages(next);
    if (next.length === 0) change({ path: 'script', value: null });
    else if (JSON.stringify(next) !== JSON.stringify(script))
      change({ path: 'script.pages', value: next.map(entryOf) });
  };
  return (
    <Fieldset legend={SAY.title} data-testid="script-form">
      <Stack gap="md">
        <Switch
          label={SAY.on}
          description={SAY.about}
          checked={pages.length > 0}
          onChange={(event) => write(event.currentTarget.checked ? [FIRST] : [])}
        />
        {pages.map((page, index) => (
          <PageFields
            key={`${index} of ${pages.length}`}
            page={page}
            isFirst={index === 0}
            pages={pages.map(({ id }) => id)}
            problems={problems.filter(({ field }) => field.startsWith(`script.pages[${index}]`))}
            type={(typed) => setPages(pages.with(index, typed))}
            write={(written) => write(pages.with(index, written))}
            remove={() => write(pages.toSpliced(index, 1))}
            addPage={(choices, label) => {
              const id = freeId(pages);
              const from = { ...page, choices: [...choices, { label, page: id }] };
              write([...pages.with(index, from), { id, title: null, text: SAY.next, choices: [] }]);
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** What is written of a page. */
const entryOf = ({ id, title, text, choices }: Page) => ({
  id,
  ...(title === null ? {} : { title }),
  text,
  ...(choices.length === 0 ? {} : { choices: choices.map(({ label, page }) => ({ label, page })) }),
});

function freeId(pages: readonly Page[]): string {
  let number = pages.length + 1;
  while (pages.some(({ id }) => id === `page-${number}`)) number += 1;
  return `page-${number}`;
}

interface PageProps {
  readonly page: Page;
  readonly isFirst: boolean;
  /** Ids of all pages. */
  readonly pages: readonly string[];
  readonly problems: ExaminedCampaign['problems'];
  /** What is typed, and what is done with. */
  readonly type: (page: Page) => void;
  readonly write: (page: Page) => void;
  readonly remove: () => void;
  /** Adds a page, to which this one leads by a choice of that label. */
  readonly addPage: (choices: readonly Choice[], label: string) => void;
}

function PageFields({ page, isFirst, pages, problems, type, write, remove, addPage }: PageProps) {
  const { choices } = page;
  const leave = (): void => write(page);
  return (
    <Paper withBorder p="sm" radius="md" data-testid="script-page">
      <Stack gap="xs">
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={isFirst ? SAY.firstId : SAY.id}
            value={page.id}
            onChange={(event) => type({ ...page, id: event.currentTarget.value })}
            onBlur={leave}
          />
          <TextInput
            label={SAY.heading}
            flex={1}
            value={page.title ?? ''}
            onChange={(event) => type({ ...page, title: event.currentTarget.value || null })}
            onBlur={leave}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={fill(SAY.remove, { page: page.id })}
            onClick={remove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
        <Textarea
          label={SAY.text}
          description={SAY.textHint}
          autosize
          minRows={2}
          maxRows={12}
          value={page.text}
          onChange={(event) => type({ ...page, text: event.currentTarget.value })}
          onBlur={leave}
        />
        <Shown text={page.text} />
        {choices.map((choice, index) => (
          <ChoiceFields
            key={`${index} of ${choices.length}`}
            choice={choice}
            pages={pages}
            type={(typed) => type({ ...page, choices: choices.with(index, typed) })}
            write={(written) => write({ ...page, choices: choices.with(index, written) })}
            remove={() => write({ ...page, choices: choices.toSpliced(index, 1) })}
          />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => addPage(choices, SAY.answer)}
        >
          {SAY.addChoice}
        </Button>
        {problems.map(({ field, remedy }) => (
          <Text key={`${field} ${remedy}`} size="sm" c="red">
            {remedy}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}

/** The text as the desk shows it for a person of whom the list says nothing. */
function Shown({ text }: { readonly text: string }) {
  const pieces = fillScript(text, SAY.sample);
  if (!pieces.some(({ kind }) => kind !== 'plain')) return null;
  return (
    <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {SAY.shown}{' '}
      {pieces.map((piece, index) => {
        const name = `${index} ${piece.text}`;
        if (piece.kind === 'missing') return <Mark key={name}>[{piece.text}]</Mark>;
        return piece.kind === 'filled' ? <b key={name}>{piece.text}</b> : piece.text;
      })}
    </Text>
  );
}

function ChoiceFields({
  choice,
  pages,
  type,
  write,
  remove,
}: {
  readonly choice: Choice;
  readonly pages: readonly string[];
  readonly type: (choice: Choice) => void;
  readonly write: (choice: Choice) => void;
  readonly remove: () => void;
}) {
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <TextInput
        label={SAY.label}
        flex={1}
        value={choice.label}
        onChange={(event) => type({ ...choice, label: event.currentTarget.value })}
        onBlur={() => write(choice)}
      />
      <Select
        label={SAY.leadsTo}
        data={[...pages]}
        value={choice.page}
        allowDeselect={false}
        onChange={(page) => page !== null && write({ ...choice, page })}
      />
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        aria-label={fill(SAY.removeChoice, { label: choice.label })}
        onClick={remove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
