/** How the lists of a campaign are mixed: shares of the calls, and which list comes before another. */
import type { ExaminedCampaign } from '@outdial/client';
import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { EntryProblems, FormPart, PartSwitch, useDraft } from '../widgets/entries.js';
import type { Change } from './settings-form.js';

const { weights: SAY } = TEXTS.campaigns;

type Weight = NonNullable<ExaminedCampaign['settings']>['weights'][number];

/** The form, for two lists and more; `change` writes settings. */
export function ListWeightsForm({
  weights,
  error,
  change,
}: {
  readonly weights: readonly Weight[];
  readonly error: string | undefined;
  readonly change: (change: Change) => void;
}) {
  const {
    value: shown,
    type,
    write,
  } = useDraft(weights, (next) => isWhole(next) && change({ path: 'lists', value: next.map(entryOf) }));
  if (weights.length < 2) return null;
  const set = (id: string, changed: Partial<Weight>): void =>
    type(shown.map((weight) => (weight.id === id ? { ...weight, ...changed } : weight)));
  const hasShares = shown.some(({ share }) => share !== null);
  return (
    <FormPart title={SAY.title} testId="list-weights">
      <PartSwitch
        label={SAY.shares}
        about={SAY.about}
        isOn={hasShares}
        turn={(on) => write(on ? equalShares(shown) : withoutShares(shown))}
      />
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{SAY.list}</Table.Th>
            {hasShares && <Table.Th w={130}>{SAY.share}</Table.Th>}
            <Table.Th w={130}>{SAY.priority}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((weight) => (
            <WeightRow
              key={weight.id}
              weight={weight}
              hasShares={hasShares}
              set={(changed) => set(weight.id, changed)}
              leave={() => write(shown)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {!isWhole(shown) && (
        <Group gap="sm" role="status">
          <Text size="sm" c="orange.8">
            {SAY.notWhole}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => write(toWhole(shown))}>
            {SAY.makeWhole}
          </Button>
        </Group>
      )}
      <EntryProblems remedies={error === undefined ? [] : [error]} />
    </FormPart>
  );
}

/** Share and priority of one list. */
function WeightRow({
  weight: { id, share, priority },
  hasShares,
  set,
  leave,
}: {
  readonly weight: Weight;
  readonly hasShares: boolean;
  readonly set: (changed: Partial<Weight>) => void;
  readonly leave: () => void;
}) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{id}</Table.Td>
      {hasShares && (
        <Table.Td>
          <NumberInput
            aria-label={fill(SAY.shareOf, { list: id })}
            suffix=" %"
            min={1}
            max={100}
            value={share === null ? '' : Math.round(share * 1000) / 10}
            onChange={(value) => set({ share: typeof value === 'number' ? value / 100 : null })}
            onBlur={leave}
          />
        </Table.Td>
      )}
      <Table.Td>
        <NumberInput
          aria-label={fill(SAY.priorityOf, { list: id })}
          min={-100}
          max={100}
          value={priority}
          onChange={(value) => typeof value === 'number' && set({ priority: value })}
          onBlur={leave}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** What is written of a list; null takes the setting out. */
const entryOf = ({ id, share, priority }: Weight) => ({
  id,
  share,
  priority: priority === 0 ? null : priority,
});

/** The lists by their priority: shares count among those of one. */
function levels(weights: readonly Weight[]): readonly (readonly Weight[])[] {
  const priorities = [...new Set(weights.map(({ priority }) => priority))];
  return priorities.map((priority) => weights.filter((weight) => weight.priority === priority));
}

/** Shares such as three times 33.3 % are meant to be all. */
const ROUNDING = 0.01;

const sumOf = (weights: readonly Weight[]): number =>
  weights.reduce((sum, { share }) => sum + (share ?? 0), 0);

/** Whether the shares of each priority make all of the calls, or there are none. */
function isWhole(weights: readonly Weight[]): boolean {
  return levels(weights).every(
    (level) =>
      level.every(({ share }) => share === null) ||
      (level.every(({ share }) => share !== null) && Math.abs(sumOf(level) - 1) <= ROUNDING),
  );
}

function equalShares(weights: readonly Weight[]): readonly Weight[] {
  return toWhole(weights.map((weight) => ({ ...weight, share: 1 })));
}

function withoutShares(weights: readonly Weight[]): readonly Weight[] {
  return weights.map((weight) => ({ ...weight, share: null }));
}

/** The shares in the same proportion, so that they make all. */
function toWhole(weights: readonly Weight[]): readonly Weight[] {
  const sums = new Map(levels(weights).map((level) => [level[0]?.priority, sumOf(level)]));
  return weights.map((weight) => {
    const share = weight.share ?? 0;
    const sum = sums.get(weight.priority) ?? 0;
    return { ...weight, share: Math.round(((sum === 0 ? 1 : share) / (sum || 1)) * 1000) / 1000 };
  });
}
