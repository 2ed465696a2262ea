/** The versions of a campaign with their authors, and what differs between two. */
import type { CampaignOnFile, ExaminedCampaign } from '@outdial/client';
import { Badge, Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { useAsk } from '../widgets/ask.js';
import { moment } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { MENU_COLUMN, ScrollTable } from '../widgets/scroll-table.js';
import { useCampaignsOnFile } from './queries.js';

const { campaigns: SAY, unsaved: REPLACING } = TEXTS;

type Version = CampaignOnFile['newest'];

/** The versions, the newest first; `edit` takes an older one into the editor. */
export function Versions({
  campaignId,
  isReplacing,
  edit,
}: {
  readonly campaignId: string;
  /** Whether the editor holds changes that another version would replace. */
  readonly isReplacing: boolean;
  readonly edit: (version: ExaminedCampaign) => void;
}) {
  const path = { campaignId };
  const { ask, question } = useAsk();
  const [compared, setCompared] = useState<number | null>(null);
  const documents = useCampaignsOnFile();
  const inForce = documents.data?.find((each) => each.campaignId === campaignId)?.inForce;
  const versions = useQuery({
    queryKey: ['campaign-documents', campaignId, 'versions'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/campaign-documents/{campaignId}/versions', { params: { path } })),
  });
  const take = async (version: number): Promise<void> => {
    const params = { path, query: { version } };
    edit((await answerOf(api.GET('/api/v1/campaign-documents/{campaignId}', { params }))).examination);
  };
  const restore = (version: number): void => {
    const then = (): void => void take(version);
    if (!isReplacing) then();
    else ask({ text: fill(REPLACING.replace, { version }), yes: REPLACING.replaceYes, then });
  };
  if (versions.isError) return <Fault error={versions.error} />;
  if (!versions.data) return <Loader type="dots" />;
  return (
    <Stack>
      {question}
      <Text size="sm" c="dimmed">
        {SAY.versionsAbout}
      </Text>
      <ScrollTable
        label={SAY.tabs.versions}
        minWidth={480}
        columns={[SAY.columns.version, SAY.columns.when, SAY.columns.author, MENU_COLUMN]}
        verticalSpacing={6}
        data-testid="versions"
      >
        {versions.data.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            isInForce={version.version === inForce}
            compare={() => setCompared(version.version)}
            restore={() => restore(version.version)}
          />
        ))}
      </ScrollTable>
      {compared !== null && <Difference campaignId={campaignId} from={compared - 1} to={compared} />}
    </Stack>
  );
}

function VersionRow({
  version: { version, at, author, source },
  isInForce,
  compare,
  restore,
}: {
  readonly version: Version;
  readonly isInForce: boolean;
  readonly compare: () => void;
  readonly restore: () => void;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        {version}
        {isInForce && (
          <Badge ml={8} color="green">
            {SAY.columns.inForce}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{moment(at)}</Table.Td>
      <Table.Td>{source === null ? author : fill(SAY.fromFile, { file: source })}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          {version > 1 && (
            <Button size="compact-sm" variant="default" onClick={compare}>
              {SAY.compare}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={restore}>
            {SAY.restore}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Difference({
  campaignId,
  from,
  to,
}: {
  readonly campaignId: string;
  readonly from: number;
  readonly to: number;
}) {
  const { data } = useQuery({
    queryKey: ['campaign-documents', campaignId, 'difference', from, to],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/campaign-documents/{campaignId}/difference', {
          params: { path: { campaignId }, query: { from, to } },
        }),
      ),
  });
  if (!data) return <Loader type="dots" />;
  return (
    <div data-testid="difference">
      <Title order={3} size="h5" mb="xs">
        {fill(SAY.compareTitle, { from, to })}
      </Title>
      {data.length === 0 && <Text size="sm">{SAY.same}</Text>}
      {data.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {Object.values(SAY.differenceColumns).map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ path, before, after }) => (
              <Table.Tr key={path}>
                <Table.Td fw={550}>{path}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{before ?? SAY.unset}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{after ?? SAY.unset}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
