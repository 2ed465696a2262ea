/** Chooses a call flow that gets the customer, such as a payment line or a survey. */
import { Button, Checkbox, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { TEXTS } from '../texts.js';
import { useDirectory } from './colleagues.js';

const { colleague: SAY } = TEXTS.desk;

/** A flow that was chosen. `asked`: the customer asked for it, or agreed to it. */
export interface ChosenFlow {
  kind: 'flow';
  name: string;
  asked: boolean;
}

/** The flows of the campaign, and whether the customer asked for one. */
export function ChooseFlow({
  isOpen,
  choose,
}: {
  readonly isOpen: boolean;
  readonly choose: (target: ChosenFlow) => void;
}) {
  const flows = useDirectory(isOpen)?.flows ?? [];
  const [asked, setAsked] = useState(false);
  useEffect(() => setAsked(false), [isOpen]);
  if (flows.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {SAY.flows}
      </Text>
      <Checkbox
        label={SAY.flowAsked}
        description={SAY.flowAskedAbout}
        checked={asked}
        onChange={({ currentTarget }) => setAsked(currentTarget.checked)}
      />
      {flows.map((name) => (
        <Button key={name} variant="default" onClick={() => choose({ kind: 'flow', name, asked })}>
          {name}
        </Button>
      ))}
    </>
  );
}
