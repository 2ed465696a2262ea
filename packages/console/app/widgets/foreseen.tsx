/** What the law says of a callback at a time, before it is promised or moved. */
import type { components } from '@outdial/client';
import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { TEXTS, fill } from '../texts.js';
import { moment } from './format.js';
import { localText, zoneName } from './zone.js';

const { foreseen: SAY } = TEXTS;

type Answer = components['schemas']['ForeseenCallback'];

/** What the clock of the customer shows then, and whether the law allows it. */
export function Foreseen({
  at,
  of,
  ask,
  take,
}: {
  /** ISO 8601. */
  readonly at: string;
  /** Whose callback it is. */
  readonly of: string;
  readonly ask: (at: string) => Promise<Answer>;
  /** Takes the first time that the law allows, ISO 8601. */
  readonly take: (at: string) => void;
}) {
  const [asked] = useDebouncedValue(at, 300);
  const { data, error } = useQuery({
    queryKey: ['foreseen', of, asked],
    queryFn: () => ask(asked),
    retry: false,
  });
  if (asked !== at) return null;
  if (error !== null) return <Said isAllowed>{fill(SAY.unknown, { text: error.message })}</Said>;
  if (data === undefined) return null;
  const { allowed, text, nextAllowedAt, timeZones } = data;
  const places = timeZones.map((zone) =>
    fill(SAY.there, { zone: zoneName(zone), time: localText(Date.parse(at), zone).slice(11) }),
  );
  return (
    <>
      <Said isAllowed={allowed}>
        {[...places, allowed ? SAY.allowed : `${SAY.refused} ${text}`].join(' ')}
      </Said>
      {!allowed && nextAllowedAt !== null && (
        <Group gap="xs">
          <Text size="sm">{fill(SAY.next, { time: moment(nextAllowedAt) })}</Text>
          <Button size="compact-sm" variant="light" onClick={() => take(nextAllowedAt)}>
            {SAY.take}
          </Button>
        </Group>
      )}
    </>
  );
}

function Said({ isAllowed, children }: { readonly isAllowed: boolean; readonly children: string }) {
  return (
    <Text size="sm" c={isAllowed ? 'dimmed' : 'red'} role="status" data-testid="foreseen">
      {children}
    </Text>
  );
}
