import {
  Chip,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { NextMoments } from './NextMoments';
import { ZONES } from './places';
import { cronOf, DAYS, pickedOf, STEPS, timeOf, type Picked, type Timed } from './schedule';

const HOW = [
  { value: 'TIMES', label: 'At times' },
  { value: 'MINUTES', label: 'Every … minutes' },
  { value: 'HOURS', label: 'Every … hours' },
  { value: 'CRON', label: 'By cron' },
];
const USUAL: Record<Picked['at'], Picked> = {
  TIMES: { at: 'TIMES', days: DAYS.slice(0, 5), times: ['06:00'] },
  MINUTES: { at: 'MINUTES', days: DAYS, step: 15 },
  HOURS: { at: 'HOURS', days: DAYS, step: 1 },
};
const UNEVEN = 'In one schedule every hour has the same minutes, such as 06:30 and 18:30.';

interface ScheduleInputProps {
  /** Empty while what is picked makes none. */
  cron: string;
  timeZone: string;
  onCron: (cron: string) => void;
  onTimeZone: (timeZone: string) => void;
  error?: React.ReactNode;
  zoneError?: React.ReactNode;
}

/** When something happens again and again: picked, or typed as a cron, and the next moments of it. */
export function ScheduleInput(props: ScheduleInputProps) {
  const { cron, timeZone, onCron, onTimeZone } = props;
  const [picked, setPicked] = useState<Picked | null>(() => pickedOf(cron));
  const pick = (next: Picked) => {
    setPicked(next);
    onCron(cronOf(next) ?? '');
  };
  const choose = (how: string) => {
    if (how === 'CRON') {
      setPicked(null);
      return;
    }
    const typed = pickedOf(cron);
    const days = picked?.days ?? typed?.days;
    const usual = USUAL[how as Picked['at']];
    pick(typed?.at === how ? typed : { ...usual, days: days ?? usual.days });
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Schedule"
        data={HOW}
        value={picked?.at ?? 'CRON'}
        onChange={choose}
      />
      {picked ? (
        <PickedFields picked={picked} onPick={pick} error={props.error} />
      ) : (
        <TextInput
          label="Cron"
          description="Minute, hour, day, month, weekday; a sixth field in front gives the second"
          value={cron}
          onChange={(event) => onCron(event.currentTarget.value)}
          error={props.error}
        />
      )}
      <Select
        label="Time zone"
        data={ZONES}
        searchable
        allowDeselect={false}
        value={timeZone}
        onChange={(zone) => zone && onTimeZone(zone)}
        error={props.zoneError}
      />
      <NextMoments cron={cron} timeZone={timeZone} />
    </Stack>
  );
}

interface PickedFieldsProps {
  picked: Picked;
  onPick: (picked: Picked) => void;
  error?: React.ReactNode;
}

function PickedFields({ picked, onPick, error }: PickedFieldsProps) {
  return (
    <>
      <Input.Wrapper label="Days" error={picked.days.length === 0 && 'Choose a day.'}>
        <Chip.Group multiple value={picked.days} onChange={(days) => onPick({ ...picked, days })}>
          <Group gap={4} mt={4}>
            {DAYS.map((day) => (
              <Chip key={day} value={day} size="xs">
                {day.charAt(0) + day.slice(1).toLowerCase()}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      {picked.at === 'TIMES' ? (
        <TagsInput
          label="Times of day"
          description="Type one and press Enter"
          placeholder="06:30"
          value={picked.times}
          onChange={(said) => {
            const times = said.map(timeOf).filter((time) => time !== null);
            onPick({ ...picked, times: [...new Set(times)].sort() });
          }}
          error={timesError(picked) ?? error}
        />
      ) : (
        <Group gap="xs" align="flex-end">
          <Select
            label={picked.at === 'MINUTES' ? 'Minutes between' : 'Hours between'}
            data={STEPS[picked.at].map(String)}
            value={String(picked.step)}
            allowDeselect={false}
            onChange={(step) => onPick({ ...picked, step: Number(step) })}
            error={error}
          />
          <Text size="xs" c="dimmed" pb={8}>
            {picked.at === 'MINUTES' ? 'From the full hour.' : 'From midnight, at the full hour.'}
          </Text>
        </Group>
      )}
    </>
  );
}

function timesError(picked: Timed): string | null {
  if (picked.times.length === 0) return 'Enter a time such as 06:30.';
  return picked.days.length > 0 && cronOf(picked) === null ? UNEVEN : null;
}
