/** What forms of several entries share: what is typed, buttons to add and remove, what is wrong. */
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** Something as it is typed; that of the document where it was changed there. */
export function useTyped<Value>(written: Value): [Value, (typed: Value) => void] {
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  return [typed, setTyped];
}

/**
 * Notes what is written, and answers whether it differs from what was written before. A document that cannot
 * be read since shows what it read last: going back to that is a change, too.
 */
export function useWriting<Value>(written: Value): (next: Value) => boolean {
  const last = useRef('');
  useEffect(() => {
    last.current = JSON.stringify(written);
  }, [written]);
  return (next) => {
    const text = JSON.stringify(next);
    const isChange = text !== last.current;
    last.current = text;
    return isChange;
  };
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
