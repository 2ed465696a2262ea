/** Lists the keys of the desk: those that do something now, and the others. */
import { Kbd, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { DISPOSITION_KEYS, PLAIN_KEYS, SCRIPT_KEYS } from './keys.js';

const { keys: SAY } = TEXTS.desk;

/** What the list calls a key, what it says of it, and the keys that it stands for. */
type KeyRow = readonly [name: string, about: string, keys: readonly string[]];

const KEYS: readonly KeyRow[] = [
  ...PLAIN_KEYS.map(([key, about]) => [key, SAY[about], [key]] as const),
  [SCRIPT_KEYS.join(' '), SAY.script, SCRIPT_KEYS],
  ['1 … 0', SAY.disposition, DISPOSITION_KEYS],
];

/** The list of keys; `does`: whether a key does something now. */
export function KeysHelp({
  isOpen,
  does,
  close,
}: {
  readonly isOpen: boolean;
  readonly does: (key: string) => boolean;
  readonly close: () => void;
}) {
  const isNow = ([, , keys]: KeyRow): boolean => keys.some(does);
  const later = KEYS.filter((row) => !isNow(row));
  return (
    <Modal opened={isOpen} onClose={close} title={SAY.title} centered>
      <Stack gap="xs">
        <Title order={3} size="h6">
          {SAY.now}
        </Title>
        <Rows rows={KEYS.filter(isNow)} />
        {later.length > 0 && (
          <>
            <Text size="sm" c="dimmed" mt="xs">
              {SAY.later}
            </Text>
            <Rows rows={later} isDim />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Rows({ rows, isDim = false }: { readonly rows: readonly KeyRow[]; readonly isDim?: boolean }) {
  return (
    <Table verticalSpacing={4} withRowBorders={false} {...(isDim ? { c: 'dimmed' } : {})}>
      <Table.Tbody>
        {rows.map(([name, about]) => (
          <Table.Tr key={name}>
            <Table.Td w={90}>
              <Kbd>{name.toUpperCase()}</Kbd>
            </Table.Td>
            <Table.Td>{about}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
