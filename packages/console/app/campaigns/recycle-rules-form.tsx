/** The recycle rules of a campaign as a form, each with how many leads it would open now. */
import type { ExaminedCampaign } from '@outdial/client';
import {
  Box,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { AddEntry, EntryProblems, RemoveEntry, useTyped, useWriting } from '../widgets/entries.js';
import { Fault } from '../widgets/fault.js';
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
    <Fieldset legend={SAY.title} data-testid="recycle-rules">
      <Stack gap="sm">
        <Switch
          label={SAY.on}
          description={SAY.about}
          checked={settings.recycle !== null}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {settings.recycle && <Rules {...props} recycle={settings.recycle} />}
      </Stack>
    </Fieldset>
  );
}

function Rules({
  campaignId,
  settings,
  recycle: { at, rules },
  problems,
  change,
}: FormProps & { readonly recycle: NonNullable<Settings['recycle']> }) {
  const [shown, setShown] = useTyped(rules);
  const isChange = useWriting<readonly Rule[]>(rules);
  const write = (next: readonly Rule[]): void => {
    setShown([...next]);
    if (!isChange(next)) return;
    if (next.length === 0) change({ path: PLACE, value: null });
    else
      change({
        path: `${PLACE}.rules`,
        value: next.map((rule) => ({ ...rule, endings: [...rule.endings] })),
      });
  };
  const codes = settings.dispositions.map(({ code }) => code);
  return (
    <Stack gap="sm">
      <TextInput
        type="time"
        w={150}
        label={SAY.at}
        description={fill(SAY.atHint, { zone: settings.timeZone })}
        value={at}
        onChange={(event) => change({ path: `${PLACE}.at`, value: event.currentTarget.value })}
      />
      {shown.map((rule, index) => (
        <RuleFields
          // Rules have no names; one that is removed gives its place to the next.
          key={`${index} of ${shown.length}`}
          rule={rule}
          campaignId={campaignId}
          endings={[...new Set([...usual, ...codes])]}
          problems={problems.filter(({ field }) => field.startsWith(`${PLACE}.rules[${index}]`))}
          type={(typed) => setShown(shown.with(index, typed))}
          write={(written) => write(shown.with(index, written))}
          remove={() => write(shown.toSpliced(index, 1))}
        />
      ))}
      <AddEntry text={SAY.add} add={() => write([...shown, FIRST])} />
    </Stack>
  );
}

function RuleFields({
  rule,
  campaignId,
  endings,
  problems,
  type,
  write,
  remove,
}: {
  readonly rule: Rule;
  readonly campaignId: string | null;
  readonly endings: readonly string[];
  readonly problems: FormProps['problems'];
  /** What is typed, and what is done with. */
  readonly type: (rule: Rule) => void;
  readonly write: (rule: Rule) => void;
  readonly remove: () => void;
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
