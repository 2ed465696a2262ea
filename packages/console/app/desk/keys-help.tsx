/** Lists the keys of the desk. */
import { Kbd, Modal, Table } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { PLAIN_KEYS, SCRIPT_KEYS } from './keys.js';

const { keys: SAY } = TEXTS.desk;

const KEYS: readonly (readonly [key: string, about: string])[] = [
  ...PLAIN_KEYS.map(([key, about]) => [key, SAY[about]] as const),
  [SCRIPT_KEYS.join(' '), SAY.script],
  ['1 … 0', SAY.disposition],
];

/** The list of keys. */
export function KeysHelp({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  return (
    <Modal opened={isOpen} onClose={close} title={SAY.title} centered>
      <Table>
        <Table.Tbody>
          {KEYS.map(([key, about]) => (
            <Table.Tr key={key}>
              <Table.Td w={90}>
                <Kbd>{key.toUpperCase()}</Kbd>
              </Table.Td>
              <Table.Td>{about}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
