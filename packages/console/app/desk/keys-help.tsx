/** Lists the keys of the desk. */
import { Kbd, Modal, Table } from '@mantine/core';
import { TEXTS } from '../texts.js';

const KEYS = [
  ['R', TEXTS.desk.keys.ready],
  ['P', TEXTS.desk.keys.pause],
  ['H', TEXTS.desk.keys.hangUp],
  ['A', TEXTS.desk.keys.accept],
  ['S', TEXTS.desk.keys.skip],
  ['L', TEXTS.desk.keys.hold],
  ['M', TEXTS.desk.keys.mute],
  ['X', TEXTS.desk.keys.colleague],
  ['G', TEXTS.desk.keys.handOver],
  ['J', TEXTS.desk.keys.together],
  ['B', TEXTS.desk.keys.back],
  ['K', TEXTS.desk.keys.park],
  ['D', TEXTS.desk.keys.digits],
  ['V', TEXTS.desk.keys.record],
  ['N', TEXTS.desk.keys.note],
  ['F C Z', TEXTS.desk.keys.script],
  ['1 … 0', TEXTS.desk.keys.disposition],
  ['?', TEXTS.desk.keys.help],
] as const;

/** The list of keys. */
export function KeysHelp({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  return (
    <Modal opened={isOpen} onClose={close} title={TEXTS.desk.keys.title} centered>
      <Table>
        <Table.Tbody>
          {KEYS.map(([key, about]) => (
            <Table.Tr key={key}>
              <Table.Td w={80}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{about}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
