/** Work on an uploaded file: progress with cancel, then what became of the rows. */
import type { Upload } from '@outdial/client';
import { Alert, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload, IconX } from '../widgets/icons.js';
import { answerOf, api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { useSetUpload } from './use-upload.js';

const { count: SAY } = TEXTS.lists;

type Work = NonNullable<Upload['work']>;

/** How the work stands. */
export function WorkPanel({ upload }: { readonly upload: Upload }) {
  const { work, uploadId, name } = upload;
  if (!work) return null;
  if (work.state === 'running') return <Running uploadId={uploadId} work={work} />;
  return (
    <Stack gap="sm" data-testid="work" data-state={work.state} data-kind={work.kind}>
      {work.state === 'failed' && (
        <Alert color="red" role="alert" title={SAY.failed}>
          {work.note}
        </Alert>
      )}
      {work.state === 'cancelled' && (
        <Alert color="gray" role="status">
          {SAY.cancelled} {work.note}
        </Alert>
      )}
      {work.totals && <Totals totals={work.totals} />}
      {work.hasRejects && (
        <Group gap="sm">
          <Button
            component="a"
            href={`/api/v1/uploads/${uploadId}/rejects`}
            download={`${name}.rejected.csv`}
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {SAY.rejects}
          </Button>
          <Text size="xs" c="dimmed">
            {SAY.rejectsAbout}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

function Running({ uploadId, work }: { readonly uploadId: string; readonly work: Work }) {
  const set = useSetUpload();
  const cancel = async (): Promise<void> => {
    const params = { path: { uploadId } };
    const asked = answerOf(api.POST('/api/v1/uploads/{uploadId}/cancel', { params }));
    if (await give(asked.then((data) => ({ data })))) set(await asked);
  };
  const texts = { 'dry-run': SAY.running, import: SAY.importing, 'do-not-call': SAY.numbers };
  return (
    <Stack gap={6} role="status" data-testid="work" data-state="running">
      <Group justify="space-between">
        <Text size="sm">{fill(texts[work.kind], { rows: work.rows.toLocaleString() })}</Text>
        {work.kind !== 'do-not-call' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => void cancel()}
          >
            {SAY.cancel}
          </Button>
        )}
      </Group>
      <Progress value={(work.share ?? 0) * 100} animated aria-label={SAY.title} />
    </Stack>
  );
}

function Totals({ totals }: { readonly totals: NonNullable<Work['totals']> }) {
  const shown = [
    [SAY.rows, totals.rows, false],
    [SAY.added, totals.added, false],
    [SAY.updated, totals.updated, true],
    [SAY.duplicates, totals.duplicatesInFile + totals.duplicatesInList, false],
    [SAY.doNotCall, totals.doNotCall, true],
    [SAY.rejected, totals.rejected, false],
    [SAY.valuesDropped, totals.valuesDropped, true],
    [SAY.inOtherLists, totals.inOtherLists, true],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="md" component="dl" m={0}>
      {shown
        .filter(([, value, onlyIfAny]) => !onlyIfAny || value > 0)
        .map(([label, value]) => (
          <Stack key={label} gap={2} style={{ flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
            <Text size="xs" c="dimmed" component="dt">
              {label}
            </Text>
            <Text className="figure-value" fz={24} fw={650} component="dd" m={0}>
              {value.toLocaleString()}
            </Text>
          </Stack>
        ))}
    </SimpleGrid>
  );
}
