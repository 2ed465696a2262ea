/** What stands above the editor of a campaign: its name, whether it is saved, and the buttons. */
import { Badge, Button, Group, Title } from '@mantine/core';
import { IconDownload } from '../widgets/icons.js';
import { TEXTS, fill } from '../texts.js';

const { campaigns: SAY } = TEXTS;

/**
 * Name and buttons; it stays in sight while one scrolls the form. `exported`: the id under which the file is
 * exported; null: nothing is on file yet.
 */
export function EditorHead({
  name,
  isChanged,
  toMend,
  exported,
  save,
}: {
  readonly name: string;
  readonly isChanged: boolean;
  /** How many problems stand against saving. */
  readonly toMend: number;
  readonly exported: string | null;
  readonly save: { readonly mutate: () => void; readonly isPending: boolean };
}) {
  return (
    <Group justify="space-between" className="stays-in-sight">
      <Group gap="sm">
        <Title order={1} size="h3">
          {name}
        </Title>
        {isChanged && <Badge color="yellow">{SAY.unsaved}</Badge>}
        {toMend > 0 && (
          <Badge
            component="button"
            color="red"
            style={{ cursor: 'pointer' }}
            onClick={() => window.scrollTo({ top: 0 })}
          >
            {fill(SAY.toMend, { count: toMend })}
          </Badge>
        )}
      </Group>
      <Group gap="xs">
        {exported !== null && (
          <Button
            component="a"
            href={`/api/v1/campaign-documents/${exported}/file`}
            download={`${exported}.yaml`}
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {SAY.exportFile}
          </Button>
        )}
        <Button size="sm" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
          {SAY.save}
        </Button>
      </Group>
    </Group>
  );
}
