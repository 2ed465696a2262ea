/** The common settings of a campaign as a form; each change is written into the text of the campaign file. */
import type { ExaminedCampaign, components } from '@outdial/client';
import { SimpleGrid } from '@mantine/core';
import { useLists } from '../lists/queries.js';
import { TEXTS } from '../texts.js';
import { optionsOf } from '../widgets/options.js';
import {
  ChosenSetting,
  CountedSetting,
  ListedSetting,
  SwitchedSetting,
  WrittenSetting,
} from './setting-fields.js';

const { campaigns, board } = TEXTS;
const { fields: SAY } = campaigns;

type Settings = NonNullable<ExaminedCampaign['settings']>;

/** A setting to be changed in the text. */
export type Change = components['schemas']['SettingChange'];

/** Settings of other forms. */
type ElsewhereShown =
  'filter' | 'order' | 'score' | 'schedule' | 'weights' | 'dispositions' | 'recycle' | 'script';

/** Where each setting stands in a campaign file. */
const PATHS = {
  name: 'name',
  mode: 'mode',
  live: 'live',
  lists: 'lists',
  callerNumber: 'callerNumber',
  countries: 'countries',
  timeZone: 'timeZone',
  purpose: 'compliance.purpose',
  seller: 'compliance.seller',
  lines: 'dialing.lines',
  callsPerSecond: 'dialing.callsPerSecond',
  ringTimeoutSeconds: 'dialing.ringTimeoutSeconds',
  wrapUpSeconds: 'wrapUp.timeoutSeconds',
} as const satisfies Readonly<Record<Exclude<keyof Settings, ElsewhereShown>, string>>;

type Name = keyof typeof PATHS;

interface FormProps {
  readonly settings: Settings;
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}

/** How a field of the form is changed, what is wrong with it, and the fields that are alike. */
function fieldsOf({ settings, problems, change }: FormProps) {
  const set = (name: Name, value: Change['value']): void => change({ path: PATHS[name], value });
  const errorOf = (name: Name): string | undefined =>
    problems.find(({ field }) => field.replace(/\[.*$/, '') === PATHS[name] || field === PATHS[name])?.remedy;
  const written = (name: 'name' | 'callerNumber' | 'timeZone' | 'seller', hint?: string) => (
    <WrittenSetting
      label={SAY[name]}
      hint={hint}
      value={settings[name] ?? ''}
      error={errorOf(name)}
      change={(value) => set(name, value === '' && name === 'seller' ? null : value)}
    />
  );
  const counted = (
    name: 'lines' | 'callsPerSecond' | 'ringTimeoutSeconds' | 'wrapUpSeconds',
    hint?: string,
  ) => (
    <CountedSetting
      label={SAY[name]}
      hint={hint}
      value={settings[name]}
      error={errorOf(name)}
      change={(value) => set(name, value)}
    />
  );
  return { set, errorOf, written, counted };
}

/** The form; `change` writes settings. */
export function SettingsForm({ settings, problems, change }: FormProps) {
  const lists = useLists();
  const { set, errorOf, written, counted } = fieldsOf({ settings, problems, change });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {written('name')}
      <ChosenSetting
        label={SAY.mode}
        data={optionsOf(board.modes)}
        value={settings.mode}
        error={errorOf('mode')}
        change={(value) => set('mode', value)}
      />
      <SwitchedSetting
        label={SAY.live}
        hint={SAY.liveHint}
        value={settings.live}
        change={(value) => set('live', value)}
      />
      <ChosenSetting
        label={SAY.purpose}
        data={optionsOf(campaigns.purposes)}
        value={settings.purpose}
        error={errorOf('purpose')}
        change={(value) => set('purpose', value)}
      />
      <ListedSetting
        label={SAY.lists}
        hint={SAY.listsHint}
        data={lists.data?.map(({ listId }) => listId) ?? []}
        value={settings.lists}
        error={errorOf('lists')}
        change={(value) => set('lists', value)}
      />
      <ListedSetting
        label={SAY.countries}
        hint={SAY.countriesHint}
        value={settings.countries}
        error={errorOf('countries')}
        change={(value) =>
          set(
            'countries',
            value.map((each) => each.toUpperCase()),
          )
        }
      />
      {written('callerNumber', SAY.callerNumberHint)}
      {written('seller', SAY.sellerHint)}
      {counted('lines', SAY.linesHint)}
      {counted('callsPerSecond')}
      {counted('ringTimeoutSeconds')}
      {counted('wrapUpSeconds')}
      {written('timeZone', SAY.timeZoneHint)}
    </SimpleGrid>
  );
}
