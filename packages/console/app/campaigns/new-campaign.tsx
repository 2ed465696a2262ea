/** A new campaign: from its purpose, or from a campaign file. */
import type { ExaminedCampaign } from '@outdial/client';
import {
  Autocomplete,
  Button,
  FileButton,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconFileImport } from '../widgets/icons.js';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { answerOf, api, problemOf } from '../data/api.js';
import { useLists } from '../lists/queries.js';
import { TEXTS } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { idOf } from '../widgets/id-of.js';
import { optionsOf } from '../widgets/options.js';
import { RequestForm } from '../widgets/request-form.js';
import { CampaignEditor } from './campaign-editor.js';

const { campaigns, board } = TEXTS;
const { create: SAY } = campaigns;

type Purpose = keyof typeof campaigns.purposes;
type Mode = keyof typeof board.modes;

interface Begun {
  readonly campaignId: string;
  readonly examination: ExaminedCampaign;
}

/** Says what the campaign is, then opens the editor. */
export function NewCampaign() {
  const [, go] = useLocation();
  const [begun, setBegun] = useState<Begun | null>(null);
  if (begun)
    return (
      <CampaignEditor
        campaignId={begun.campaignId}
        base={0}
        beginning={begun.examination}
        saved={() => go(`/campaigns/${begun.campaignId}`)}
      />
    );
  return (
    <Stack maw={620}>
      <Title order={1} size="h3">
        {SAY.title}
      </Title>
      <FromPurpose begin={setBegun} />
      <FromFile begin={setBegun} />
    </Stack>
  );
}

/** What a campaign is begun from. */
interface Beginnings {
  readonly campaignId: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly mode: Mode;
  readonly listId: string;
}

/** Asks the server for the document that a campaign begins with. */
function useDraft(body: Beginnings, begin: (begun: Begun) => void) {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/campaign-documents/draft', { body })),
    onSuccess: (examination) => begin({ campaignId: body.campaignId, examination }),
  });
}

function FromPurpose({ begin }: { readonly begin: (begun: Begun) => void }) {
  const lists = useLists();
  const [name, setName] = useState('');
  const [givenId, setGivenId] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<Purpose>('telemarketing');
  const [mode, setMode] = useState<Mode>('predictive');
  // The screen of lists names the list that no campaign dials yet.
  const [listId, setListId] = useState(new URLSearchParams(useSearch()).get('list') ?? '');
  // Proposed from the name until it is written.
  const campaignId = givenId ?? idOf(name);
  const draft = useDraft({ campaignId, name, purpose, mode, listId }, begin);
  return (
    <Paper withBorder p="md" radius="lg">
      <RequestForm request={draft} fields={['name', 'campaignId', 'listId']}>
        <TextInput
          label={SAY.name}
          required
          withAsterisk={false}
          value={name}
          maxLength={80}
          error={problemOf(draft.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={SAY.id}
          description={SAY.idHint}
          required
          withAsterisk={false}
          value={campaignId}
          maxLength={32}
          error={problemOf(draft.error, 'campaignId')}
          onChange={(event) => setGivenId(event.currentTarget.value)}
        />
        <Select
          label={SAY.purpose}
          description={SAY.purposeHint}
          data={optionsOf(campaigns.purposes)}
          value={purpose}
          allowDeselect={false}
          onChange={(value) => setPurpose((value ?? 'telemarketing') as Purpose)}
        />
        <Select
          label={SAY.mode}
          data={optionsOf(board.modes)}
          value={mode}
          allowDeselect={false}
          onChange={(value) => setMode((value ?? 'predictive') as Mode)}
        />
        <Autocomplete
          label={SAY.list}
          description={SAY.listHint}
          data={lists.data?.map((list) => list.listId) ?? []}
          required
          withAsterisk={false}
          value={listId}
          maxLength={32}
          error={problemOf(draft.error, 'listId')}
          onChange={setListId}
        />
        <Group>
          <Button type="submit" loading={draft.isPending}>
            {SAY.next}
          </Button>
        </Group>
      </RequestForm>
    </Paper>
  );
}

function FromFile({ begin }: { readonly begin: (begun: Begun) => void }) {
  const read = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      const campaignId = /^\s*"?id"?:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1];
      if (campaignId === undefined) throw new Error(SAY.noId);
      const body = { campaignId, text, changes: [] };
      const examination = await answerOf(api.POST('/api/v1/campaign-documents/check', { body }));
      begin({ campaignId, examination });
    },
  });
  return (
    <Paper withBorder p="md" radius="lg">
      <Stack gap="xs">
        <Fault error={read.error} />
        <Group>
          <FileButton
            accept=".yaml,.yml,.json"
            onChange={(file) => file && read.mutate(file)}
            inputProps={{ 'aria-label': SAY.file }}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
                {SAY.file}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="sm" c="dimmed">
          {SAY.fileHint}
        </Text>
      </Stack>
    </Paper>
  );
}
