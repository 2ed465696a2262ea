/** Chooses a telephone number to be called for the customer: by its name, or typed where that is allowed. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TEXTS } from '../texts.js';
import { useDirectory } from './colleagues.js';

const { colleague: SAY } = TEXTS.desk;
/** E.164, as the server reads it. */
const NUMBER = /^\+[1-9]\d{6,14}$/;

/** A number that was chosen. */
export type ChosenNumber = { kind: 'named'; name: string } | { kind: 'number'; phone: string };

/** The names of the campaign's directory, and a field for another number. */
export function ChooseNumber({
  isOpen,
  choose,
}: {
  readonly isOpen: boolean;
  readonly choose: (target: ChosenNumber) => void;
}) {
  const directory = useDirectory(isOpen);
  const [typed, setTyped] = useState('');
  const names = directory?.names ?? [];
  const phone = typed.replaceAll(/[\s()-]/g, '');
  const call = (): void => {
    setTyped('');
    choose({ kind: 'number', phone });
  };
  if (!directory || (names.length === 0 && !directory.typed)) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {SAY.numbers}
      </Text>
      {names.map((name) => (
        <Button key={name} variant="default" onClick={() => choose({ kind: 'named', name })}>
          {name}
        </Button>
      ))}
      {directory.typed && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (NUMBER.test(phone)) call();
          }}
        >
          <Group align="end" gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              type="tel"
              label={SAY.typed}
              description={SAY.typedAbout}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button type="submit" disabled={!NUMBER.test(phone)}>
              {SAY.call}
            </Button>
          </Group>
        </form>
      )}
    </>
  );
}
