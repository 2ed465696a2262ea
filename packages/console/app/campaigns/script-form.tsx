/** The script of a campaign as a form: its pages, and where each leads, as the desk will show them. */
import type { ExaminedCampaign } from '@outdial/client';
import { Group, Mark, Paper, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { fillScript } from '../desk/script-text.js';
import { TEXTS, fill } from '../texts.js';
import {
  AddEntry,
  Entries,
  EntryProblems,
  FormPart,
  PartSwitch,
  RemoveEntry,
  useDraft,
  type EntryProps,
} from '../widgets/entries.js';
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
  const draft = useDraft(script, (next) =>
    change(
      next.length === 0
        ? { path: 'script', value: null }
        : { path: 'script.pages', value: next.map(entryOf) },
    ),
  );
  const { value: pages, write } = draft;
  return (
    <FormPart title={SAY.title} testId="script-form">
      <PartSwitch
        label={SAY.on}
        about={SAY.about}
        isOn={pages.length > 0}
        turn={(on) => write(on ? [FIRST] : [])}
      />
      <Entries draft={draft}>
        {(props) => (
          <PageFields
            {...props}
            pages={[...new Set(pages.map(({ id }) => id).filter((id) => id !== ''))]}
            problems={problems.filter(({ field }) => field.startsWith(`script.pages[${props.index}]`))}
            rename={(was) => write(renamed(pages, was, props.entry.id))}
            remove={() => write(without(pages, props.index))}
            addPage={(choices, label) => {
              const id = freeId(pages);
              const from = { ...props.entry, choices: [...choices, { label, page: id }] };
              write([...pages.with(props.index, from), { id, title: null, text: SAY.next, choices: [] }]);
            }}
          />
        )}
      </Entries>
    </FormPart>
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
  if (was === id) return pages;
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

interface PageProps extends EntryProps<Page> {
  /** Ids of all pages. */
  readonly pages: readonly string[];
  readonly problems: ExaminedCampaign['problems'];
  /** The page has another id than `was`. */
  readonly rename: (was: string) => void;
  /** Adds a page, to which this one leads by a choice of that label. */
  readonly addPage: (choices: readonly Choice[], label: string) => void;
}

function PageFields({
  entry: page,
  index: place,
  pages,
  problems,
  type,
  write,
  rename,
  remove,
  addPage,
}: PageProps) {
  const { choices } = page;
  const [was, setWas] = useState(page.id);
  const leave = (): void => write(page);
  const answers = {
    value: choices,
    type: (typed: readonly Choice[]) => type({ ...page, choices: [...typed] }),
    write: (written: readonly Choice[]) => write({ ...page, choices: [...written] }),
  };
  return (
    <Paper withBorder p="sm" radius="md" data-testid="script-page">
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <TextInput
            label={place === 0 ? SAY.firstId : SAY.id}
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
        <Entries draft={answers}>{(props) => <ChoiceFields {...props} pages={pages} />}</Entries>
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
  entry: choice,
  pages,
  type,
  write,
  remove,
}: EntryProps<Choice> & { readonly pages: readonly string[] }) {
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
