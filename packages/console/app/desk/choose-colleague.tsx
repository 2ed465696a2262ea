/** Chooses the colleague or the number that gets the customer, or whom the agent asks first. */
import type { Colleague } from '@outdial/client';
import { Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { ChooseFlow, type ChosenFlow } from './choose-flow.js';
import { ChooseNumber } from './choose-number.js';
import { useColleagues } from './colleagues.js';
import { KeyButton } from './key-button.js';
import { useKeys } from './keys.js';

const { colleague: SAY } = TEXTS.desk;
/** As many as have a key; the others are found by their names. */
const WITH_KEY = 9;
const ORDER_OF_STATES = ['ready', 'wrap-up', 'talking', 'reserved', 'pausing', 'paused', 'offline'];

type Way = 'consult' | 'transfer';
type Target =
  | { kind: 'agent'; agentId: string }
  | { kind: 'queue' }
  | { kind: 'named'; name: string }
  | { kind: 'number'; phone: string }
  | ChosenFlow;

/** One choice: a colleague, or any free agent. */
interface Choice {
  readonly key: string;
  readonly label: string;
  readonly action: (() => void) | undefined;
}

/** The colleagues, each with a key: `C` asks them first, `T` gives the customer away without a word. */
export function ChooseColleague({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [way, setWay] = useState<Way>('consult');
  const colleagues = useColleagues(isOpen);
  const ranked = (colleagues ?? []).toSorted((a, b) => rankOf(a) - rankOf(b));
  const choices = choicesOf(ranked.slice(0, WITH_KEY), way, close);
  useEffect(() => setWay('consult'), [isOpen]);
  // Keys that are typed into the field are digits of a number.
  useKeys(isOpen, ({ key }) => {
    if (key === 'c') setWay('consult');
    if (key === 't') setWay('transfer');
    choices.find((choice) => choice.key === key)?.action?.();
  });
  return (
    <Modal opened={isOpen} onClose={close} title={SAY.title} centered>
      <Stack gap="xs">
        <SegmentedControl
          fullWidth
          value={way}
          onChange={(chosen) => setWay(chosen === 'transfer' ? 'transfer' : 'consult')}
          data={[
            { value: 'consult', label: SAY.consult },
            { value: 'transfer', label: SAY.transfer },
          ]}
        />
        <Text size="sm" c="dimmed">
          {way === 'consult' ? SAY.consultAbout : SAY.transferAbout}
        </Text>
        {choices.map(({ key, label, action }) => (
          <KeyButton key={key} keyName={key} action={action} variant="default">
            {label}
          </KeyButton>
        ))}
        <Others
          colleagues={ranked.slice(WITH_KEY)}
          way={way}
          choose={(target) => chosen(target, way, close)}
        />
        {colleagues?.length === 0 && <Text size="sm">{SAY.nobody}</Text>}
        <ChooseNumber isOpen={isOpen} choose={(target) => chosen(target, way, close)} />
        {way === 'transfer' && <ChooseFlow isOpen={isOpen} choose={(target) => chosen(target, way, close)} />}
      </Stack>
    </Modal>
  );
}

const rankOf = ({ state }: Colleague): number => ORDER_OF_STATES.indexOf(state);
const labelOf = ({ name, state }: Colleague): string => `${name} · ${TEXTS.desk.states[state]}`;
const isOpenTo = ({ isFree }: Colleague, way: Way): boolean => isFree || way === 'transfer';

/** The colleagues for whom no key is left; nothing where all have one. */
function Others({
  colleagues,
  way,
  choose,
}: {
  readonly colleagues: readonly Colleague[];
  readonly way: Way;
  readonly choose: (target: Target) => void;
}) {
  if (colleagues.length === 0) return null;
  return (
    <Select
      label={fill(SAY.others, { count: colleagues.length })}
      placeholder={SAY.othersHint}
      searchable
      value={null}
      data={colleagues.map((each) => ({
        value: each.agentId,
        label: labelOf(each),
        disabled: !isOpenTo(each, way),
      }))}
      onChange={(agentId) => agentId !== null && choose({ kind: 'agent', agentId })}
    />
  );
}

/** Gives the order. */
function chosen(target: Target, way: Way, close: () => void): void {
  close();
  void give(api.POST(`/api/v1/desk/${way}`, { body: { target } }));
}

function choicesOf(colleagues: readonly Colleague[], way: Way, close: () => void): readonly Choice[] {
  const choose = (target: Target) => () => chosen(target, way, close);
  const any = { key: '0', label: SAY.anybody, action: choose({ kind: 'queue' }) };
  const named = colleagues.map((colleague, index) => ({
    key: String(index + 1),
    label: labelOf(colleague),
    action: isOpenTo(colleague, way) ? choose({ kind: 'agent', agentId: colleague.agentId }) : undefined,
  }));
  return colleagues.length === 0 ? [] : [...named, any];
}
