/** What each rule said, and its source. */
import type { components } from '@outdial/client';
import { Anchor, Badge, Table, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';

const { check: SAY } = TEXTS.compliance;

type Verdict = components['schemas']['NumberAnswer']['verdicts'][number];

const COLORS: Readonly<Record<Verdict['verdict'], string>> = {
  refuses: 'red',
  allows: 'green',
  notes: 'gray',
  off: 'orange',
};

/** A verdict; `told`: what the rule was told, as recorded. */
type Said = Verdict & { readonly told?: string | null };

/** Verdicts: what refuses stands open, the others by what they say. */
export function GroupedVerdicts({ verdicts }: { readonly verdicts: readonly Said[] }) {
  const stands = ({ verdict }: Said): boolean => verdict === 'refuses' || verdict === 'off';
  const folded = (['allows', 'notes'] as const).map((name) => {
    return [name, verdicts.filter(({ verdict }) => verdict === name)] as const;
  });
  return (
    <>
      <Verdicts verdicts={verdicts.filter(stands)} />
      {folded.map(
        ([name, of]) =>
          of.length > 0 && (
            <details key={name}>
              <summary>{fill(SAY.folded[name], { count: of.length })}</summary>
              <Verdicts verdicts={of} />
            </details>
          ),
      )}
    </>
  );
}

/** What each rule said, with its source. */
function Verdicts({ verdicts }: { readonly verdicts: readonly Said[] }) {
  return (
    <Table verticalSpacing={6} fz="sm" layout="fixed">
      <Table.Tbody>
        {verdicts.map(({ rule, title, verdict, text, source, told = null }) => (
          <Table.Tr key={rule}>
            <Table.Td w={120} style={{ verticalAlign: 'top' }}>
              <Badge color={COLORS[verdict]}>{SAY.verdicts[verdict]}</Badge>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm" fw={550}>
                {title || rule}
              </Text>
              {text !== null && text !== title && <Text size="sm">{text}</Text>}
              {told !== null && <Text size="sm">{fill(SAY.told, { told })}</Text>}
              <Text size="xs" c="dimmed">
                {rule}
                {' · '}
                {source ? <Source source={source} /> : SAY.own}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A source as a link that leads out of the console; a page of the project's own documents is named only. */
export function Source({ source }: { readonly source: NonNullable<Verdict['source']> }) {
  if (!/^https?:/.test(source.href)) return `${source.title}, ${source.pinpoint}`;
  return (
    <Anchor href={source.href} target="_blank" rel="noreferrer" inherit underline="always" c="inherit">
      {source.title}, {source.pinpoint}
    </Anchor>
  );
}
