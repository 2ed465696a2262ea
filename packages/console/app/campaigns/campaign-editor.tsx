/** Edits a campaign's document: a form for common settings, the text for the rest, checked as one goes. */
import type { ExaminedCampaign } from '@outdial/client';
import { Alert, Grid, Paper, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestRefused, answerOf, api } from '../data/api.js';
import { useUnsaved } from '../data/unsaved.js';
import { TEXTS } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { say } from '../widgets/say.js';
import { EditorHead } from './editor-head.js';
import { LawPanel } from './law-panel.js';
import { LeadChoiceForm } from './lead-choice-form.js';
import { ListWeightsForm } from './list-weights-form.js';
import { RecycleRulesForm } from './recycle-rules-form.js';
import { ScheduleForm } from './schedule-form.js';
import { ScriptForm } from './script-form.js';
import { savedText } from './saved-text.js';
import { SettingsForm, type Change } from './settings-form.js';
import { TextEditing } from './text-editing.js';
import { Versions } from './versions.js';

const { campaigns: SAY } = TEXTS;

interface Edited {
  readonly campaignId: string;
  /** The version it begins with, 0 for a new campaign. */
  readonly base: number;
  readonly beginning: ExaminedCampaign;
  readonly saved: () => void;
  /** The part that is shown first, and who hears of another one. */
  readonly part?: string;
  readonly show?: (part: string) => void;
}

/** The editor of one document. */
export function CampaignEditor(edited: Edited) {
  const { campaignId, base } = edited;
  const { examined, text, write, settings, check, checkWith, take, taken, isChanged, typing, save } =
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
      <Grid gap="md" inert={save.isPending}>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Paper withBorder p="md" radius="lg">
            <Tabs
              defaultValue={edited.part ?? 'form'}
              onChange={(part) => part !== null && edited.show?.(part)}
            >
              <Tabs.List mb="md">
                <Tabs.Tab value="form">{SAY.tabs.form}</Tabs.Tab>
                <Tabs.Tab value="text">{SAY.tabs.text}</Tabs.Tab>
                {base > 0 && <Tabs.Tab value="versions">{SAY.tabs.versions}</Tabs.Tab>}
              </Tabs.List>
              <Tabs.Panel value="form">
                {settings && (
                  <Forms
                    key={taken}
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
  const { text, isChecking, settle } = checked;
  const isDifferent = text !== beginning.text || base === 0;
  const typing = useTyping();
  const isUnsaved = isDifferent || isChecking || typing.isTyping;
  const forget = useUnsaved(isUnsaved);
  const save = useSave({
    ...{ campaignId, base, beginning, settle },
    saved: () => {
      forget();
      saved();
    },
  });
  // What was refused is mended: what the server says of the text now counts again.
  const checkWith = (changes: readonly Change[]): void => {
    if (!save.isPending) save.reset();
    checked.checkWith(changes);
  };
  return { ...checked, checkWith, isChanged: isUnsaved, typing, save };
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
  // Noted in the turn in which one leaves the field: the next click may be on a link.
  const [isChecking, setChecking] = useState(false);
  const show = (found: ExaminedCampaign): void => {
    setExamined(found);
    setText(found.text);
    if (found.settings) setSettings(found.settings);
  };
  const [editing] = useState(
    () =>
      new TextEditing<Change, ExaminedCampaign>(
        beginning.text,
        (asked, changes) => askForCheck(campaignId, asked, changes),
        show,
      ),
  );
  const check = useMutation({
    mutationFn: (changes: readonly Change[]) => editing.check(changes),
    onSettled: () => setChecking(editing.isBehind),
  });
  const checkWith = (changes: readonly Change[]): void => {
    setChecking(true);
    check.mutate(changes);
  };
  const write = (written: string): void => {
    editing.write(written);
    setText(written);
  };
  // Fields show the document that was taken, whatever was typed into them before.
  const [taken, setTaken] = useState(0);
  const take = (found: ExaminedCampaign): void => {
    editing.write(found.text);
    show(found);
    setTaken((times) => times + 1);
  };
  /** The text with every change in it. */
  const settle = async (): Promise<string> => {
    await editing.settle();
    return editing.text;
  };
  return { examined, text, write, settings, check, isChecking, checkWith, take, taken, settle };
}

function askForCheck(
  campaignId: string,
  text: string,
  changes: readonly Change[],
): Promise<ExaminedCampaign> {
  const body = { campaignId, text, changes: [...changes] };
  return answerOf(api.POST('/api/v1/campaign-documents/check', { body }));
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

/** Saves the text, with every change in it, as the next version after `base`. */
function useSave({
  campaignId,
  base,
  beginning,
  settle,
  saved,
}: Pick<Edited, 'campaignId' | 'base' | 'beginning' | 'saved'> & {
  readonly settle: () => Promise<string>;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const body = { base, text: await settle() };
      // What was typed is what stood there.
      if (base > 0 && body.text === beginning.text) return null;
      const params = { path: { campaignId } };
      return answerOf(api.POST('/api/v1/campaign-documents/{campaignId}/versions', { params, body }));
    },
    onSuccess: (answer) => {
      if (answer === null) return;
      say({ color: 'green', message: savedText(answer) });
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
