/** Edits a campaign's document: a form for common settings, the text for the rest, checked as one goes. */
import type { ExaminedCampaign } from '@outdial/client';
import { Alert, Grid, Paper, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestRefused, answerOf, api } from '../data/api.js';
import { useUnsaved } from '../data/unsaved.js';
import { TEXTS } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { EditorHead } from './editor-head.js';
import { LawPanel } from './law-panel.js';
import { LeadChoiceForm } from './lead-choice-form.js';
import { ListWeightsForm } from './list-weights-form.js';
import { RecycleRulesForm } from './recycle-rules-form.js';
import { ScheduleForm } from './schedule-form.js';
import { ScriptForm } from './script-form.js';
import { savedText } from './saved-text.js';
import { SettingsForm, type Change } from './settings-form.js';
import { Versions } from './versions.js';

const { campaigns: SAY } = TEXTS;

interface Edited {
  readonly campaignId: string;
  /** The version it begins with, 0 for a new campaign. */
  readonly base: number;
  readonly beginning: ExaminedCampaign;
  readonly saved: () => void;
}

/** The editor of one document. */
export function CampaignEditor(edited: Edited) {
  const { campaignId, base } = edited;
  const { examined, text, write, settings, check, checkWith, take, isChanged, typing, save } =
    useEditing(edited);
  const refused = save.error instanceof RequestRefused ? save.error.refusal.problems : undefined;
  const problems = refused ?? examined.problems;
  return (
    <Stack gap="md" onInput={typing.began} onBlur={typing.ended}>
      <EditorHead
        {...{ isChanged, save, toMend: problems.length, name: settings?.name ?? campaignId }}
        exported={base > 0 ? campaignId : null}
      />
      <Fault error={check.error} />
      {!refused && <Fault error={save.error} />}
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
                  <Forms
                    campaignId={base > 0 ? campaignId : null}
                    settings={settings}
                    problems={problems}
                    change={(...changes) => checkWith(changes)}
                  />
                )}
              </Tabs.Panel>
              <Tabs.Panel value="text">
                <FileText
                  text={text}
                  write={write}
                  leave={() => {
                    if (text !== examined.text) checkWith([]);
                  }}
                />
              </Tabs.Panel>
              {base > 0 && (
                <Tabs.Panel value="versions">
                  <Versions campaignId={campaignId} isReplacing={isChanged} edit={take} />
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

/** A document that is edited and saved; leaving it asks while something is not saved. */
function useEditing({ campaignId, base, beginning, saved }: Edited) {
  const checked = useChecked(campaignId, beginning);
  const { text, isChecking } = checked;
  const isChanged = text !== beginning.text || base === 0;
  const typing = useTyping();
  const forget = useUnsaved(isChanged || isChecking || typing.isTyping);
  const save = useSave({
    ...{ campaignId, base, text },
    saved: () => {
      forget();
      saved();
    },
  });
  return { ...checked, isChanged, typing, save };
}

/** Whether one writes in a field: fields change the document when they are left. */
function useTyping() {
  const [isTyping, setTyping] = useState(false);
  return { isTyping, began: () => setTyping(true), ended: () => setTyping(false) };
}

/** The settings that have forms. `campaignId`: null for a campaign that is not saved yet. */
function Forms({
  campaignId,
  settings,
  problems,
  change,
}: {
  readonly campaignId: string | null;
  readonly settings: NonNullable<ExaminedCampaign['settings']>;
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}) {
  const ofLists = problems.find(({ field }) => field === 'lists')?.remedy;
  return (
    <Stack gap="lg">
      <SettingsForm settings={settings} problems={problems} change={change} />
      <ScheduleForm schedule={settings.schedule} problems={problems} change={change} />
      <ListWeightsForm weights={settings.weights} error={ofLists} change={change} />
      <LeadChoiceForm settings={settings} problems={problems} change={change} />
      <RecycleRulesForm campaignId={campaignId} settings={settings} problems={problems} change={change} />
      <ScriptForm script={settings.script} problems={problems} change={change} />
    </Stack>
  );
}

/** A document that is edited: its text, and what the server last made of it. */
function useChecked(campaignId: string, beginning: ExaminedCampaign) {
  const [examined, setExamined] = useState(beginning);
  const [text, setText] = useState(beginning.text);
  // While the text cannot be read, the form shows what it read last.
  const [settings, setSettings] = useState(beginning.settings);
  const check = useMutation({
    mutationFn: (changes: readonly Change[]) =>
      answerOf(
        api.POST('/api/v1/campaign-documents/check', { body: { campaignId, text, changes: [...changes] } }),
      ),
    onSuccess: (found) => take(found),
    onSettled: () => setChecking(false),
  });
  // Noted in the turn in which one leaves the field: the next click may be on a link.
  const [isChecking, setChecking] = useState(false);
  const checkWith = (changes: readonly Change[]): void => {
    setChecking(true);
    check.mutate(changes);
  };
  const take = (found: ExaminedCampaign): void => {
    setExamined(found);
    setText(found.text);
    if (found.settings) setSettings(found.settings);
  };
  return { examined, text, write: setText, settings, check, isChecking, checkWith, take };
}

/** The campaign file as a text; `leave`: one has left the field. */
function FileText({
  text,
  write,
  leave,
}: {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly leave: () => void;
}) {
  return (
    <Textarea
      label={SAY.text}
      description={SAY.textHint}
      value={text}
      autosize
      minRows={14}
      maxRows={32}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** Saves a text as the next version after `base`. */
function useSave({
  campaignId,
  base,
  text,
  saved,
}: {
  readonly campaignId: string;
  readonly base: number;
  readonly text: string;
  readonly saved: () => void;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/campaign-documents/{campaignId}/versions', {
          params: { path: { campaignId } },
          body: { base, text },
        }),
      ),
    onSuccess: (answer) => {
      const message = savedText(answer);
      notifications.show({ color: 'green', message, withBorder: true });
      void queries.invalidateQueries({ queryKey: ['campaign-documents'] });
      saved();
    },
  });
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
