/** Edits the document of a campaign: a form for common settings, the text for the rest, checked as one goes. */
import type { ExaminedCampaign } from '@outdial/client';
import { Alert, Badge, Button, Grid, Group, Paper, Stack, Tabs, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestRefused, answerOf, api, textOf } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { LawPanel } from './law-panel.js';
import { SettingsForm, type Change } from './settings-form.js';
import { Versions } from './versions.js';

const { campaigns: SAY } = TEXTS;

/** The editor of one document; `base`: the version it begins with, 0 for a new campaign. */
export function CampaignEditor({
  campaignId,
  base,
  beginning,
  saved,
}: {
  readonly campaignId: string;
  readonly base: number;
  readonly beginning: ExaminedCampaign;
  readonly saved: () => void;
}) {
  const queries = useQueryClient();
  const [examined, setExamined] = useState(beginning);
  const [text, setText] = useState(beginning.text);
  // While the text cannot be read, the form shows what it read last.
  const [settings, setSettings] = useState(beginning.settings);
  const check = useMutation({
    mutationFn: (changes: readonly Change[]) =>
      answerOf(
        api.POST('/api/v1/campaign-documents/check', { body: { campaignId, text, changes: [...changes] } }),
      ),
    onSuccess: (found) => {
      setExamined(found);
      setText(found.text);
      if (found.settings) setSettings(found.settings);
    },
  });
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/campaign-documents/{campaignId}/versions', {
          params: { path: { campaignId } },
          body: { base, text },
        }),
      ),
    onSuccess: ({ version, inForce }) => {
      const message = fill(inForce ? SAY.saved : SAY.savedLater, { version });
      notifications.show({ color: 'green', message, withBorder: true });
      void queries.invalidateQueries({ queryKey: ['campaign-documents'] });
      saved();
    },
  });
  const refused = save.error instanceof RequestRefused ? save.error.refusal.problems : undefined;
  const problems = refused ?? examined.problems;
  const isChanged = text !== beginning.text || base === 0;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1} size="h3">
            {settings?.name ?? campaignId}
          </Title>
          {isChanged && (
            <Badge color="yellow" variant="light" style={{ textTransform: 'none' }}>
              {SAY.unsaved}
            </Badge>
          )}
        </Group>
        <Group gap="xs">
          {base > 0 && (
            <Button
              component="a"
              href={`/api/v1/campaign-documents/${campaignId}/file`}
              download={`${campaignId}.yaml`}
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
      {[check.error, refused ? null : save.error].map((error, index) =>
        error ? (
          <Alert key={index} color="red" role="alert">
            {textOf(error)}
          </Alert>
        ) : null,
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Paper withBorder p="md" radius="lg">
            <Tabs defaultValue="form">
              <Tabs.List mb="md">
                <Tabs.Tab value="form">{SAY.tabs.form}</Tabs.Tab>
                <Tabs.Tab value="text">{SAY.tabs.text}</Tabs.Tab>
                {base > 0 && <Tabs.Tab value="versions">{SAY.tabs.versions}</Tabs.Tab>}
              </Tabs.List>
              <Tabs.Panel value="form">
                {settings && (
                  <SettingsForm
                    settings={settings}
                    problems={problems}
                    change={(...changes) => check.mutate(changes)}
                  />
                )}
              </Tabs.Panel>
              <Tabs.Panel value="text">
                <Textarea
                  label={SAY.text}
                  description={SAY.textHint}
                  value={text}
                  autosize
                  minRows={14}
                  maxRows={32}
                  spellCheck={false}
                  styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
                  onChange={(event) => setText(event.currentTarget.value)}
                  onBlur={() => {
                    if (text !== examined.text) check.mutate([]);
                  }}
                />
              </Tabs.Panel>
              {base > 0 && (
                <Tabs.Panel value="versions">
                  <Versions
                    campaignId={campaignId}
                    edit={(old) => {
                      setText(old.text);
                      setExamined(old);
                      if (old.settings) setSettings(old.settings);
                    }}
                  />
                </Tabs.Panel>
              )}
            </Tabs>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <LawPanel examined={examined} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Problems({ problems }: { readonly problems: ExaminedCampaign['problems'] }) {
  return (
    <Alert color="red" role="alert" title={SAY.problems} data-testid="problems">
      {problems.map(({ field, value, remedy }) => (
        <Text key={`${field} ${remedy}`} size="sm">
          <Text span fw={600} inherit>
            {field}
          </Text>
          {value === undefined ? '' : ` (${value})`} {remedy}
        </Text>
      ))}
    </Alert>
  );
}
