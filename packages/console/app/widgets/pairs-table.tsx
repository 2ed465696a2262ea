/** Names and what stands for each, as a table without lines. */
import { Table, type TableProps } from '@mantine/core';
import { fieldName } from './format.js';

/** The table; names of fields are shown as a person writes them. */
export function PairsTable({
  pairs,
  ...table
}: Omit<TableProps, 'children'> & {
  readonly pairs: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <Table withRowBorders={false} verticalSpacing={2} {...table}>
      <Table.Tbody>
        {pairs.map(([name, value], index) => (
          <Table.Tr key={index}>
            <Table.Td c="dimmed" pl={0} w="40%">
              {fieldName(name)}
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
