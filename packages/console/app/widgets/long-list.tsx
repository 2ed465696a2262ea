/** A list of many parts, each of its own height: a part of it at a time, and a field that narrows it down. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TEXTS, fill } from '../texts.js';
import { IconSearch } from './icons.js';
import { narrowed } from './narrowed.js';

/** Parts that are shown at first, and more with each press. */
const STEP = 20;

/** The parts whose names hold what was typed; without a field where all of them fit. */
export function LongList<Item>({
  items,
  nameOf,
  label,
  children,
}: {
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  /** What the field asks for. */
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
}) {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(STEP);
  const found = narrowed(items, nameOf, query);
  const left = found.length - most;
  return (
    <>
      {items.length > STEP && (
        <TextInput
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={16} aria-hidden />}
          w={{ base: '100%', sm: 320 }}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setMost(STEP);
          }}
        />
      )}
      {items.length > 0 && found.length === 0 && (
        <Text c="dimmed" role="status">
          {fill(TEXTS.nothingNamed, { query })}
        </Text>
      )}
      {found.slice(0, most).map(children)}
      {left > 0 && (
        <Group>
          <Button variant="default" onClick={() => setMost(most + STEP)}>
            {fill(TEXTS.showMoreOf, { count: left })}
          </Button>
        </Group>
      )}
    </>
  );
}
