/** The uploaded file as it is understood, and what its import would do: counted anew after each change. */
import type { ListPreview } from '@outdial/client';
import { Alert, Button, Group, Loader, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '../widgets/icons.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { useUnsaved } from '../data/unsaved.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { ColumnMapping } from './column-mapping.js';
import type { Taking } from './upload-list.js';
import { useSetUpload, useUpload } from './use-upload.js';
import { WorkPanel } from './work-panel.js';

const { preview: SAY, count: COUNT, file: FILE } = TEXTS.lists;

/** What the second step needs. */
interface Preview {
  readonly uploadId: string;
  readonly taking: Taking;
  readonly setTaking: (taking: Taking) => void;
  readonly imported: (leads: number) => void;
  readonly back: () => void;
}

/** The columns, the options, the counts, and the button that imports. */
export function PreviewList(given: Preview) {
  const { uploadId, taking, setTaking, back } = given;
  const { defaultCountry, columns, header } = taking;
  const isImporting = useUpload(uploadId)?.work?.kind === 'import';
  useUnsaved(Object.keys(columns).length > 0 && !isImporting);
  const preview = useQuery({
    queryKey: ['uploads', uploadId, 'preview', taking],
    queryFn: () =>
      answerOf(
        api.POST('/api/v1/uploads/{uploadId}/preview', {
          params: { path: { uploadId } },
          body: { defaultCountry, columns, header },
        }),
      ),
    placeholderData: (before: ListPreview | undefined) => before,
    retry: false,
  });
  if (preview.isError)
    return (
      <Stack>
        <Fault error={preview.error} title={COUNT.failed} />
        <Group>
          <Button onClick={back}>{FILE.other}</Button>
        </Group>
      </Stack>
    );
  if (preview.data === undefined) return <Loader type="dots" />;
  return (
    <Stack>
      <Counts {...given} />
      <Paper withBorder p="md" radius="lg">
        <Group justify="space-between" mb={4}>
          <Title order={2} size="h4">
            {SAY.title}
          </Title>
          <Text size="sm" c="dimmed">
            {fill(SAY.format, { format: preview.data.format, encoding: preview.data.encoding })}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" mb="sm">
          {SAY.about}
        </Text>
        <Warnings warnings={preview.data.warnings} />
        <ColumnMapping
          preview={preview.data}
          change={(position, target) => setTaking({ ...taking, columns: { ...columns, [position]: target } })}
        />
        <Options taking={taking} setTaking={setTaking} />
      </Paper>
    </Stack>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} title={SAY.warnings} mb="sm" data-testid="warnings">
      {warnings.map((warning) => (
        <Text key={warning} size="sm">
          {`${warning.charAt(0).toUpperCase()}${warning.slice(1)}.`}
        </Text>
      ))}
    </Alert>
  );
}

function Options({ taking, setTaking }: Pick<Preview, 'taking' | 'setTaking'>) {
  const dataOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} mt="md" maw={680}>
      <Select
        label={SAY.numbers}
        data={dataOf(SAY.numberStyles)}
        value={taking.numbers}
        allowDeselect={false}
        onChange={(value) => setTaking({ ...taking, numbers: (value ?? 'careful') as Taking['numbers'] })}
      />
      <Select
        label={SAY.duplicates}
        data={dataOf(SAY.duplicateWays)}
        value={taking.duplicates}
        allowDeselect={false}
        onChange={(value) => setTaking({ ...taking, duplicates: (value ?? 'skip') as Taking['duplicates'] })}
      />
    </SimpleGrid>
  );
}

/** Counts anew after each change of what the person says, and imports when they order it. */
function Counts({ uploadId, taking, imported, back }: Preview) {
  const upload = useUpload(uploadId);
  const set = useSetUpload();
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const params = { path: { uploadId } };
  useEffect(() => {
    const count = async (): Promise<void> => {
      // What is being counted no longer holds.
      await api.POST('/api/v1/uploads/{uploadId}/cancel', { params });
      set(await answerOf(api.POST('/api/v1/uploads/{uploadId}/dry-run', { params, body: taking })));
    };
    setFault(null);
    count().catch(setFault);
  }, [JSON.stringify(taking)]);
  const work = upload?.work;
  const isImported = work?.kind === 'import' && work.state === 'done';
  useEffect(() => {
    if (!isImported) return;
    void queries.invalidateQueries({ queryKey: ['lists'] });
    imported((work?.totals?.added ?? 0) + (work?.totals?.updated ?? 0));
  }, [isImported]);
  const start = async (): Promise<void> => {
    setFault(null);
    try {
      set(await answerOf(api.POST('/api/v1/uploads/{uploadId}/import', { params, body: taking })));
    } catch (error) {
      setFault(error);
    }
  };
  const leads = (work?.totals?.added ?? 0) + (work?.totals?.updated ?? 0);
  const isCounted = work?.state === 'done' && work.kind === 'dry-run';
  return (
    <Paper withBorder p="md" radius="lg" component="section" aria-label={COUNT.title}>
      <Stack>
        <Title order={2} size="h4">
          {COUNT.title}
        </Title>
        {fault !== null && <Fault error={fault} />}
        {upload && <WorkPanel upload={upload} />}
        {isCounted && leads === 0 && <Text fw={600}>{COUNT.nothing}</Text>}
        <Group>
          <Button disabled={!isCounted || leads === 0} onClick={() => void start()}>
            {fill(COUNT.start, { count: leads.toLocaleString() })}
          </Button>
          <Button variant="default" onClick={back} disabled={work?.state === 'running'}>
            {FILE.other}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
