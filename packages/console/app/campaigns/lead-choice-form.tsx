/** Which leads a campaign dials, in which order: expressions that are checked while one types. */
import type { ExaminedCampaign } from '@outdial/client';
import { Fieldset, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { useTyped, useWriting } from '../widgets/entries.js';
import { optionsOf } from '../widgets/options.js';
import { LeadCounts } from './lead-counts.js';
import { LeadVocabulary } from './lead-vocabulary.js';
import type { Change } from './settings-form.js';
import { useExpressions } from './use-expressions.js';
import { WrongExpression } from './wrong-expression.js';

const { choice: SAY } = TEXTS.campaigns;

type Settings = NonNullable<ExaminedCampaign['settings']>;

/** Filter, order and score; `change` writes settings when one leaves a field. */
export function LeadChoiceForm({
  settings,
  problems,
  change,
}: {
  readonly settings: Settings;
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}) {
  const [filter, setFilter] = useTyped(settings.filter ?? '');
  const [score, setScore] = useTyped(settings.score ?? '');
  const { order, lists } = settings;
  const checked = useExpressions({
    ...{ lists, filter, score: order === 'score' ? score : '' },
    dispositions: settings.dispositions.map(({ code }) => code),
  });
  const [isFilterChange, isScoreChange] = [
    useWriting(settings.filter ?? ''),
    useWriting(settings.score ?? ''),
  ];
  const write = (path: string, value: string, isChange: (next: string) => boolean): void => {
    if (isChange(value.trim())) change({ path, value: value.trim() === '' ? null : value.trim() });
  };
  const missing = problems.find(({ field }) => field === 'leads.score')?.remedy;
  return (
    <Fieldset legend={SAY.title} data-testid="lead-choice">
      <Stack gap="sm">
        <Expression
          label={SAY.filter}
          hint={SAY.filterHint}
          value={filter}
          error={checked.data?.filter != null}
          type={setFilter}
          leave={() => write('leads.filter', filter, isFilterChange)}
        />
        {checked.data?.filter && <WrongExpression text={checked.of.filter} problem={checked.data.filter} />}
        {checked.data?.doubts.map((doubt) => (
          <WrongExpression key={doubt.position} text={checked.of.filter} problem={doubt} isDoubt />
        ))}
        <LeadCounts checked={checked} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Select
            label={SAY.order}
            description={SAY.orderHint}
            data={optionsOf(SAY.orders)}
            value={order}
            allowDeselect={false}
            onChange={(value) => value !== null && change({ path: 'leads.order', value })}
          />
          {(order === 'score' || score !== '') && (
            <Expression
              label={SAY.score}
              hint={SAY.scoreHint}
              value={score}
              error={checked.data?.score == null ? missing : true}
              type={setScore}
              leave={() => write('leads.score', score, isScoreChange)}
            />
          )}
        </SimpleGrid>
        {checked.data?.score && <WrongExpression text={checked.of.score} problem={checked.data.score} />}
        <LeadVocabulary />
      </Stack>
    </Fieldset>
  );
}

/** An expression stays readable where it is wrong. */
const CODE = {
  fontFamily: 'var(--mantine-font-family-monospace)',
  fontSize: 13,
  color: 'var(--mantine-color-text)',
} as const;

function Expression({
  label,
  hint,
  value,
  error,
  type,
  leave,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong; true: it is said beside the field. */
  readonly error: string | boolean | undefined;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}) {
  return (
    <Textarea
      label={label}
      description={hint}
      value={value}
      error={error}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      styles={{ input: CODE }}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
