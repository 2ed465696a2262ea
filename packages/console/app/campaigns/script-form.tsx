/** The script of a campaign as a form: its pages, and where each leads, as the desk will show them. */
import type { ExaminedCampaign } from '@outdial/client';
import {
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
import { useState } from 'react';
import { fillScript } from '../desk/script-text.js';
import { TEXTS, fill } from '../texts.js';
import { AddEntry, EntryProblems, RemoveEntry, useTyped, useWriting } from '../widgets/entries.js';
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
  const [pages, setPages] = useTyped(script);
  const isChange = useWriting(script);
  const write = (next: readonly Page[]): void => {
    setPages(next);
    if (!isChange(next)) return;
    if (next.length === 0) change({ path: 'script', value: null });
    else change({ path: 'script.pages', value: next.map(entryOf) });
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
            pages={[...new Set(pages.map(({ id }) => id).filter((id) => id !== ''))]}
            problems={problems.filter(({ field }) => field.startsWith(`script.pages[${index}]`))}
            type={(typed) => setPages(pages.with(index, typed))}
            write={(written) => write(pages.with(index, written))}
            rename={(was) => write(was === page.id ? pages : renamed(pages, was, page.id))}
            remove={() => write(without(pages, index))}
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

/** The pages where one has a new id: answers that led to it lead to it still. */
function renamed(pages: readonly Page[], was: string, id: string): readonly Page[] {
  // A name that two pages have says of neither where an answer leads.
  if (pages.filter((page) => page.id === id || page.id === was).length > 1) return pages;
  return pages.map((page) => ({
    ...page,
    choices: page.choices.map((choice) => (choice.page === was ? { ...choice, page: id } : choice)),
  }));
}

/** The pages without one, and without the answers that led to it. */
function without(pages: readonly Page[], index: number): readonly Page[] {
  const gone = pages[index]?.id;
  const others = pages.toSpliced(index, 1);
  if (others.some(({ id }) => id === gone)) return others;
  return others.map((page) => ({ ...page, choices: page.choices.filter((choice) => choice.page !== gone) }));
}

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
  /** The page has another id than `was`. */
  readonly rename: (was: string) => void;
  readonly remove: () => void;
  /** Adds a page, to which this one leads by a choice of that label. */
  readonly addPage: (choices: readonly Choice[], label: string) => void;
}

function PageFields({ page, isFirst, pages, problems, type, write, rename, remove, addPage }: PageProps) {
  const { choices } = page;
  const [was, setWas] = useState(page.id);
  const leave = (): void => write(page);
  return (
    <Paper withBorder p="sm" radius="md" data-testid="script-page">
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <TextInput
            label={isFirst ? SAY.firstId : SAY.id}
            flex="1 1 150px"
            value={page.id}
            onFocus={() => setWas(page.id)}
            onChange={(event) => type({ ...page, id: event.currentTarget.value })}
            onBlur={() => rename(was)}
          />
          <TextInput
            label={SAY.heading}
            flex="2 1 150px"
            value={page.title ?? ''}
            onChange={(event) => type({ ...page, title: event.currentTarget.value || null })}
            onBlur={leave}
          />
          <RemoveEntry label={fill(SAY.remove, { page: page.id })} remove={remove} />
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
        <AddEntry text={SAY.addChoice} add={() => addPage(choices, SAY.answer)} />
        <EntryProblems remedies={problems.map(({ remedy }) => remedy)} />
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
    <Group gap="sm" align="flex-end">
      <TextInput
        label={SAY.label}
        flex="2 1 200px"
        value={choice.label}
        onChange={(event) => type({ ...choice, label: event.currentTarget.value })}
        onBlur={() => write(choice)}
      />
      <Select
        label={SAY.leadsTo}
        flex="1 1 150px"
        data={[...pages]}
        value={choice.page}
        allowDeselect={false}
        onChange={(page) => page !== null && write({ ...choice, page })}
      />
      <RemoveEntry label={fill(SAY.removeChoice, { label: choice.label })} remove={remove} />
    </Group>
  );
}
