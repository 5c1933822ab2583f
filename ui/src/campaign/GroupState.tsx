import { Badge } from '@mantine/core';
import { words } from '../parts/format';
import type { GroupState } from './types';

const COLORS: Record<GroupState, string> = {
  NOT_LOADED: 'gray',
  LOADING: 'blue',
  LOADED: 'blue',
  RUNNING: 'pine',
  PAUSED: 'orange',
  STOPPING: 'grape',
  UNLOADING: 'grape',
  COMPLETED: 'violet',
};

/** A group's run state; says beside it when a halt keeps it from dialing. */
export function GroupStateBadge({ state, halted }: { state: GroupState; halted?: boolean }) {
  return (
    <>
      <Badge color={COLORS[state]} data-testid="group-state" data-state={state}>
        {words(state)}
      </Badge>
      {halted && (state === 'RUNNING' || state === 'LOADING') && (
        <Badge color="red" variant="filled" ml={6}>
          Halted
        </Badge>
      )}
    </>
  );
}
