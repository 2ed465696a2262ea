/** The own days and hours of a campaign as a form. */
import type { ExaminedCampaign } from '@outdial/client';
import { SimpleGrid } from '@mantine/core';
import { TEXTS } from '../texts.js';
import { FormPart, PartSwitch } from '../widgets/entries.js';
import { optionsOf } from '../widgets/options.js';
import { ChosenSetting, ListedSetting, WrittenSetting } from './setting-fields.js';
import type { Change } from './settings-form.js';

const { schedule: SAY } = TEXTS.campaigns;

type Schedule = NonNullable<NonNullable<ExaminedCampaign['settings']>['schedule']>;

interface FormProps {
  /** Null: whenever the law allows. */
  readonly schedule: Schedule | null;
  readonly problems: ExaminedCampaign['problems'];
  readonly change: (...changes: readonly Change[]) => void;
}

/** The hours with which a schedule begins. */
const OFFICE: readonly Change[] = [
  { path: 'schedule', value: null },
  { path: 'schedule.weekdays', value: '09:00-18:00' },
  { path: 'schedule.saturday', value: '' },
  { path: 'schedule.sunday', value: '' },
];

/** The form; `change` writes settings. */
export function ScheduleForm({ schedule, problems, change }: FormProps) {
  return (
    <FormPart title={SAY.title} testId="schedule">
      <PartSwitch
        label={SAY.on}
        about={SAY.about}
        isOn={schedule !== null}
        turn={(on) => change(...(on ? OFFICE : [{ path: 'schedule', value: null }]))}
      />
      {schedule && <Hours schedule={schedule} problems={problems} change={change} />}
    </FormPart>
  );
}

function Hours({ schedule, problems, change }: FormProps & { readonly schedule: Schedule }) {
  const errorOf = (name: keyof Schedule): string | undefined =>
    problems.find(({ field }) => field.replace(/\[.*$/, '') === `schedule.${name}`)?.remedy;
  const written = (name: 'weekdays' | 'saturday' | 'sunday' | 'firstDay' | 'lastDay', hint: string) => (
    <WrittenSetting
      label={SAY[name]}
      hint={hint}
      value={schedule[name] ?? ''}
      error={errorOf(name)}
      change={(value) =>
        change({ path: `schedule.${name}`, value: value === '' && name.endsWith('Day') ? null : value })
      }
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <ChosenSetting
        label={SAY.clock}
        data={optionsOf(SAY.clocks)}
        value={schedule.clock}
        change={(value) => change({ path: 'schedule.clock', value })}
      />
      {written('weekdays', SAY.hoursHint)}
      {written('saturday', SAY.hoursHint)}
      {written('sunday', SAY.hoursHint)}
      {written('firstDay', SAY.daysHint)}
      {written('lastDay', SAY.daysHint)}
      <ListedSetting
        label={SAY.closedDays}
        hint={SAY.daysHint}
        value={schedule.closedDays}
        error={errorOf('closedDays')}
        change={(value) => change({ path: 'schedule.closedDays', value })}
      />
    </SimpleGrid>
  );
}
