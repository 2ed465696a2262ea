/** Fields of the forms of a campaign: each shows what is typed, and writes it into the campaign file. */
import { NumberInput, Select, Switch, TagsInput, TextInput, type ComboboxData } from '@mantine/core';
import { useDraft } from '../widgets/entries.js';

interface Setting<Value> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  readonly error?: string | undefined;
  readonly change: (value: Value) => void;
}

/** Written when one leaves the field: half a word is not a setting. */
export function WrittenSetting({ label, hint, value, error, change }: Setting<string>) {
  const draft = useDraft(value, change);
  return (
    <TextInput
      label={label}
      description={hint}
      value={draft.value}
      error={error}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => draft.write(draft.value.trim())}
    />
  );
}

/** A count, written when one leaves the field. */
export function CountedSetting({ label, hint, value, error, change }: Setting<number>) {
  const draft = useDraft<string | number>(value, (next) => typeof next === 'number' && change(next));
  return (
    <NumberInput
      label={label}
      description={hint}
      value={draft.value}
      min={0}
      error={error}
      onChange={draft.type}
      onBlur={() => typeof draft.value === 'number' && draft.write(draft.value)}
    />
  );
}

/** One of several. It shows what was chosen before the document says so. */
export function ChosenSetting({
  label,
  hint,
  data,
  value,
  error,
  change,
}: Setting<string> & { readonly data: ComboboxData }) {
  const draft = useDraft(value, change);
  return (
    <Select
      label={label}
      description={hint}
      data={data}
      value={draft.value}
      allowDeselect={false}
      error={error}
      onChange={(chosen) => chosen !== null && draft.write(chosen)}
    />
  );
}

/** On or off. */
export function SwitchedSetting({ label, hint, value, change }: Setting<boolean>) {
  const draft = useDraft(value, change);
  return (
    <Switch
      label={label}
      description={hint}
      checked={draft.value}
      onChange={(event) => draft.write(event.currentTarget.checked)}
    />
  );
}

/** Several words; `data`: some that are likely. */
export function ListedSetting({
  label,
  hint,
  data = [],
  value,
  error,
  change,
}: Setting<string[]> & { readonly data?: string[] }) {
  const draft = useDraft(value, change);
  return (
    <TagsInput
      label={label}
      description={hint}
      data={data}
      value={draft.value}
      error={error}
      onChange={draft.write}
    />
  );
}
