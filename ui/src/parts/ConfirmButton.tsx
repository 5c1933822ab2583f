import { ActionIcon, Button, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ProblemAlert } from './States';

interface ConfirmButtonProps {
  /** What is about to happen, as a question. */
  question: string;
  label: string;
  onConfirm: () => Promise<unknown>;
  /** Of something that is not removed. */
  icon?: ReactNode;
  color?: string;
}

/** An icon that removes or changes something, after one more question. */
export function ConfirmButton({ question, label, onConfirm, icon, color }: ConfirmButtonProps) {
  const [opened, setOpened] = useState(false);
  const run = useMutation({ mutationFn: onConfirm, onSuccess: () => setOpened(false) });
  return (
    <Popover opened={opened} onChange={setOpened} withArrow position="left" trapFocus width={280}>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            onClick={() => setOpened((o) => !o)}
          >
            {icon ?? <IconTrash size={16} />}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{question}</Text>
          {run.error && <ProblemAlert error={run.error} />}
          <Button
            size="xs"
            color={color ?? 'red'}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
