/** Which leads a campaign dials, in which order: expressions that are checked while one types. */
import type { ExaminedCampaign } from '@outdial/client';
import { Stack, Textarea } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { FormPart, useDraft, type Draft } from '../widgets/entries.js';
import { optionsOf } from '../widgets/options.js';
import { LeadCounts } from './lead-counts.js';
import { LeadVocabulary } from './lead-vocabulary.js';
import { ChosenSetting } from './setting-fields.js';
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
  const put = (path: string) => (value: string) => change({ path, value: value === '' ? null : value });
  const filter = useDraft(settings.filter ?? '', put('leads.filter'));
  const score = useDraft(settings.score ?? '', put('leads.score'));
  const { order, lists } = settings;
  const checked = useExpressions({
    ...{ lists, filter: filter.value, score: order === 'score' ? score.value : '' },
    dispositions: settings.dispositions.map(({ code }) => code),
  });
  const missing = problems.find(({ field }) => field === 'leads.score')?.remedy;
  return (
    <FormPart title={SAY.title} testId="lead-choice">
      <Expression
        label={SAY.filter}
        hint={SAY.filterHint}
        draft={filter}
        error={checked.data?.filter != null}
      />
      {checked.data?.filter && <WrongExpression text={checked.of.filter} problem={checked.data.filter} />}
      {checked.data?.doubts.map((doubt) => (
        <WrongExpression key={doubt.position} text={checked.of.filter} problem={doubt} isDoubt />
      ))}
      <LeadCounts checked={checked} />
      <Stack gap="md">
        <ChosenSetting
          label={SAY.order}
          hint={SAY.orderHint}
          data={optionsOf(SAY.orders)}
          value={order}
          change={(value) => change({ path: 'leads.order', value })}
        />
        {(order === 'score' || score.value !== '') && (
          <Expression
            label={SAY.score}
            hint={SAY.scoreHint}
            draft={score}
            error={checked.data?.score == null ? missing : true}
          />
        )}
      </Stack>
      {checked.data?.score && <WrongExpression text={checked.of.score} problem={checked.data.score} />}
      <LeadVocabulary />
    </FormPart>
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
  draft: { value, type, write },
  error,
}: {
  readonly label: string;
  readonly hint: string;
  readonly draft: Draft<string>;
  /** What is wrong; true: it is said beside the field. */
  readonly error: string | boolean | undefined;
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
      onBlur={() => write(value.trim())}
    />
  );
}
