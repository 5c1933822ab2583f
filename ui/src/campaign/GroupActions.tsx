import { Button, Menu, Modal, Stack, Text, Group as Row } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconChevronDown,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPower,
} from '@tabler/icons-react';
import { allows, mayForceUnload, type GroupAction } from './actions';
import { useGroupAction } from './api';
import type { Group } from './types';

const BUTTONS = [
  { action: 'load', label: 'Load', icon: IconDownload },
  { action: 'start', label: 'Start', icon: IconPlayerPlay },
  { action: 'pause', label: 'Pause', icon: IconPlayerPause },
  { action: 'stop', label: 'Stop', icon: IconPlayerStop },
  { action: 'unload', label: 'Unload', icon: IconPower },
] as const;

/** What can be done with the group in its present state, and nothing else. */
export function GroupActions({ group }: { group: Group }) {
  const act = useGroupAction(group.id);
  const [forcing, force] = useDisclosure();
  const { state, halted } = group;
  const run = (action: GroupAction, body?: object) => act.mutate({ action, body });
  const label = (action: GroupAction, usual: string) => {
    if (action !== 'start') return usual;
    if (state === 'PAUSED') return 'Resume';
    return state === 'COMPLETED' ? 'Start again' : usual;
  };
  const more = allows(state, 'start', halted) && (state === 'NOT_LOADED' || state === 'LOADED');
  return (
    <>
      {BUTTONS.filter(({ action }) => allows(state, action, halted)).map(
        ({ action, label: usual, icon: Symbol }) => (
          <Button
            key={action}
            variant={action === 'start' || action === 'pause' ? 'filled' : 'default'}
            color={action === 'pause' ? 'orange.9' : undefined}
            leftSection={<Symbol size={16} />}
            loading={act.isPending && act.variables.action === action}
            onClick={() => run(action)}
          >
            {label(action, usual)}
          </Button>
        ),
      )}
      {(more || mayForceUnload(state)) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px={8} aria-label="More actions">
              <IconChevronDown size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more && (
              <Menu.Item onClick={() => run('start', { paused: true })}>Start paused</Menu.Item>
            )}
            {mayForceUnload(state) && (
              <Menu.Item color="red" onClick={force.open}>
                Force unload…
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={forcing} onClose={force.close} title={`Force unload ${group.name}`}>
        <Stack>
          <Text size="sm">
            Attempts in progress are not waited for. What is unfinished stays for the next load.
          </Text>
          <Row justify="flex-end">
            <Button variant="default" onClick={force.close}>
              Cancel
            </Button>
            <Button
              color="red.8"
              onClick={() => {
                run('unload', { force: true });
                force.close();
              }}
            >
              Force unload
            </Button>
          </Row>
        </Stack>
      </Modal>
    </>
  );
}
