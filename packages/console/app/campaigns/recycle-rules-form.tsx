/** The recycle rules of a campaign as a form, each with how many leads it would open now. */
import type { ExaminedCampaign } from '@outdial/client';
import { Box, Button, Group, NumberInput, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import {
  AddEntry,
  Entries,
  EntryProblems,
  FormPart,
  PartSwitch,
  RemoveEntry,
  useDraft,
  type EntryProps,
} from '../widgets/entries.js';
import { Fault } from '../widgets/fault.js';
import { zoneName } from '../widgets/zone.js';
import type { Change } from './settings-form.js';

const { recycle: SAY } = TEXTS.campaigns;
const { usual } = TEXTS.lists.recycle;

type Settings = NonNullable<ExaminedCampaign['settings']>;
type Rule = NonNullable<Settings['recycle']>['rules'][number];

/** Where the rules stand, and with which they begin. */
const PLACE = 'leads.recycle';
const FIRST: Rule = { endings: ['no-answer'], afterDays: 3, rounds: 1 };

interface FormProps {
  /** null: the campaign is not on the floor, where leads are counted. */
  readonly campaignId: string | null;
  readonly settings: Settings;
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}

/** The form; `change` writes settings. */
export function RecycleRulesForm(props: FormProps) {
  const { settings, change } = props;
  const turn = (on: boolean): void =>
    change(on ? { path: `${PLACE}.rules`, value: [{ ...FIRST }] } : { path: PLACE, value: null });
  return (
    <FormPart title={SAY.title} testId="recycle-rules">
      <PartSwitch label={SAY.on} about={SAY.about} isOn={settings.recycle !== null} turn={turn} />
      {settings.recycle && <Rules {...props} recycle={settings.recycle} />}
    </FormPart>
  );
}

function Rules({
  campaignId,
  settings,
  recycle: { at, rules },
  problems,
  change,
}: FormProps & { readonly recycle: NonNullable<Settings['recycle']> }) {
  const draft = useDraft<readonly Rule[]>(rules, (next) =>
    change(
      next.length === 0
        ? { path: PLACE, value: null }
        : { path: `${PLACE}.rules`, value: next.map((rule) => ({ ...rule, endings: [...rule.endings] })) },
    ),
  );
  const clock = useDraft(at, (value) => change({ path: `${PLACE}.at`, value }));
  const codes = settings.dispositions.map(({ code }) => code);
  return (
    <Stack gap="sm">
      <TextInput
        type="time"
        maw={260}
        label={SAY.at}
        description={fill(SAY.atHint, { zone: zoneName(settings.timeZone) })}
        value={clock.value}
        onChange={(event) => clock.type(event.currentTarget.value)}
        onBlur={() => clock.write(clock.value === '' ? at : clock.value)}
      />
      <Entries draft={draft}>
        {(props) => (
          <RuleFields
            {...props}
            campaignId={campaignId}
            endings={[...new Set([...usual, ...codes])]}
            problems={problems.filter(({ field }) => field.startsWith(`${PLACE}.rules[${props.index}]`))}
          />
        )}
      </Entries>
      <AddEntry text={SAY.add} add={() => draft.write([...draft.value, FIRST])} />
    </Stack>
  );
}

function RuleFields({
  entry: rule,
  campaignId,
  endings,
  problems,
  type,
  write,
  remove,
}: EntryProps<Rule> & {
  readonly campaignId: string | null;
  readonly endings: readonly string[];
  readonly problems: FormProps['problems'];
}) {
  const isWrong = (name: keyof Rule): boolean => problems.some(({ field }) => field.includes(`].${name}`));
  const counted = (name: 'afterDays' | 'rounds', least: number) => (
    <NumberInput
      label={SAY[name]}
      flex="1 1 150px"
      min={least}
      value={rule[name]}
      error={isWrong(name)}
      onChange={(value) => typeof value === 'number' && type({ ...rule, [name]: value })}
      onBlur={() => write(rule)}
    />
  );
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-start">
        <TagsInput
          label={SAY.endings}
          flex="2 1 260px"
          data={[...endings]}
          value={rule.endings}
          error={isWrong('endings') || rule.endings.length === 0}
          onChange={(value) => (value.length === 0 ? type : write)({ ...rule, endings: value })}
        />
        {counted('afterDays', 0)}
        {counted('rounds', 1)}
        <Box pt={25}>
          <RemoveEntry label={SAY.remove} remove={remove} />
        </Box>
      </Group>
      <EntryProblems
        remedies={rule.endings.length === 0 ? [SAY.noEnding] : problems.map(({ remedy }) => remedy)}
      />
      {campaignId !== null && rule.endings.length > 0 && <RuleCount campaignId={campaignId} rule={rule} />}
    </Stack>
  );
}

interface Counts {
  readonly found: number;
  readonly reopened: number;
  readonly barred: number;
}

const countsOf = ({ found, reopened, barred }: Counts): Readonly<Record<keyof Counts, string>> => ({
  found: found.toLocaleString(),
  reopened: reopened.toLocaleString(),
  barred: barred.toLocaleString(),
});

/** How many leads a rule would open now. */
function RuleCount({ campaignId, rule }: { readonly campaignId: string; readonly rule: Rule }) {
  const count = useMutation({
    mutationFn: ({ endings, afterDays: olderThanDays, rounds }: Rule) =>
      answerOf(
        api.POST('/api/v1/campaigns/{campaignId}/leads/recycle', {
          params: { path: { campaignId } },
          body: { endings: [...endings], olderThanDays, rounds, reason: SAY.counted, apply: false },
        }),
      ),
  });
  return (
    <Group gap="sm">
      <Button
        size="compact-sm"
        variant="default"
        loading={count.isPending}
        onClick={() => count.mutate(rule)}
      >
        {SAY.count}
      </Button>
      <Fault error={count.error} />
      {count.data && count.variables === rule && (
        <Text size="sm" role="status">
          {fill(SAY.found, countsOf(count.data))}
        </Text>
      )}
    </Group>
  );
}
