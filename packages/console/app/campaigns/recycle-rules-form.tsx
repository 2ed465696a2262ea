/** The recycle rules of a campaign as a form, each with how many leads it would open now. */
import type { ExaminedCampaign } from '@outdial/client';
import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
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
  const [shown, setShown] = useState(rules);
  useEffect(() => setShown(rules), [rules]);
  const write = (next: readonly Rule[]): void => {
    setShown([...next]);
    if (next.length === 0) change({ path: PLACE, value: null });
    else if (JSON.stringify(next) !== JSON.stringify(rules))
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
          error={problems.find(({ field }) => field.startsWith(`${PLACE}.rules[${index}]`))?.remedy}
          type={(typed) => setShown(shown.with(index, typed))}
          write={(written) => write(shown.with(index, written))}
          remove={() => write(shown.toSpliced(index, 1))}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => write([...shown, FIRST])}
      >
        {SAY.add}
      </Button>
    </Stack>
  );
}

function RuleFields({
  rule,
  campaignId,
  endings,
  error,
  type,
  write,
  remove,
}: {
  readonly rule: Rule;
  readonly campaignId: string | null;
  readonly endings: readonly string[];
  readonly error: string | undefined;
  /** What is typed, and what is done with. */
  readonly type: (rule: Rule) => void;
  readonly write: (rule: Rule) => void;
  readonly remove: () => void;
}) {
  const counted = (name: 'afterDays' | 'rounds', least: number) => (
    <NumberInput
      label={SAY[name]}
      min={least}
      value={rule[name]}
      onChange={(value) => typeof value === 'number' && type({ ...rule, [name]: value })}
      onBlur={() => write(rule)}
    />
  );
  return (
    <Stack gap={4}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TagsInput
          label={SAY.endings}
          data={[...endings]}
          value={rule.endings}
          error={error}
          onChange={(value) => (value.length === 0 ? type : write)({ ...rule, endings: value })}
        />
        {counted('afterDays', 0)}
        <Group gap="xs" align="flex-end" wrap="nowrap">
          {counted('rounds', 1)}
          <ActionIcon variant="subtle" color="red" size="lg" aria-label={SAY.remove} onClick={remove}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      </SimpleGrid>
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
