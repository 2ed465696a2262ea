/** What forms of a document share: parts, what is typed, entries to add and remove, what is wrong. */
import { ActionIcon, Button, Fieldset, Stack, Switch, Text } from '@mantine/core';
import { IconPlus, IconTrash } from './icons';
import { hashKey } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';

/** A value of a document in a form. */
export interface Draft<Value> {
  /** As it is typed; that of the document where it was changed there. */
  readonly value: Value;
  /** Shows what is typed. */
  readonly type: (value: Value) => void;
  /** Shows it, and writes it into the document where it differs from what was written before. */
  readonly write: (value: Value) => void;
}

/**
 * A value of a document; `put` writes it there. Answers of the server bring the document anew: what is typed
 * stays, unless the value was changed elsewhere.
 */
export function useDraft<Value>(written: Value, put: (value: Value) => void): Draft<Value> {
  const [value, type] = useState(written);
  const text = hashKey([written]);
  const seen = useRef(text);
  // A document that cannot be read since shows what it read last: going back to that is a change, too.
  const last = useRef(text);
  useEffect(() => {
    if (text === seen.current) return;
    seen.current = text;
    if (text === last.current) return;
    last.current = text;
    type(written);
  }, [text]);
  const write = (next: Value): void => {
    type(next);
    const nextText = hashKey([next]);
    if (nextText === last.current) return;
    last.current = nextText;
    put(next);
  };
  return { value, type, write };
}

/** A part of a form with its title; `testId` is how tests find it. */
export function FormPart({
  title,
  testId,
  children,
}: {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  return (
    <Fieldset legend={title} data-testid={testId}>
      <Stack gap="sm">{children}</Stack>
    </Fieldset>
  );
}

/** The switch that turns a part of a form on and off. */
export function PartSwitch({
  label,
  about,
  isOn,
  turn,
}: {
  readonly label: string;
  readonly about: string;
  readonly isOn: boolean;
  readonly turn: (on: boolean) => void;
}) {
  return (
    <Switch
      label={label}
      description={about}
      checked={isOn}
      onChange={(event) => turn(event.currentTarget.checked)}
    />
  );
}

/** How the fields of one entry change it. */
export interface EntryProps<Entry> {
  readonly entry: Entry;
  readonly index: number;
  /** Shows the entry as it is typed, and writes it into the document. */
  readonly type: (entry: Entry) => void;
  readonly write: (entry: Entry) => void;
  readonly remove: () => void;
}

/** Entries without names, one below the other: one that is removed gives its place to the next. */
export function Entries<Entry>({
  draft: { value: entries, type, write },
  children,
}: {
  readonly draft: Draft<readonly Entry[]>;
  readonly children: (props: EntryProps<Entry>) => ReactNode;
}) {
  return entries.map((entry, index) => (
    <Fragment key={`${index} of ${entries.length}`}>
      {children({
        entry,
        index,
        type: (typed) => type(entries.with(index, typed)),
        write: (written) => write(entries.with(index, written)),
        remove: () => write(entries.toSpliced(index, 1)),
      })}
    </Fragment>
  ));
}

/** The button below the entries that adds one. */
export function AddEntry({ text, add }: { readonly text: string; readonly add: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
      onClick={add}
    >
      {text}
    </Button>
  );
}

/** The button beside an entry's fields that removes it; `label` says which. */
export function RemoveEntry({ label, remove }: { readonly label: string; readonly remove: () => void }) {
  return (
    <ActionIcon variant="subtle" color="red" size="lg" aria-label={label} title={label} onClick={remove}>
      <IconTrash size={18} aria-hidden />
    </ActionIcon>
  );
}

/** What is wrong with an entry, below its fields. */
export function EntryProblems({ remedies }: { readonly remedies: readonly string[] }) {
  return remedies.map((remedy) => (
    <Text key={remedy} size="sm" c="var(--mantine-color-error)">
      {remedy}
    </Text>
  ));
}
