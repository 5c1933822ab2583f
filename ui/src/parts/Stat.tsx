import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface StatProps {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  color?: string;
}

/** One number that matters, with its name. */
export function Stat({ label, value, hint, color }: StatProps) {
  return (
    <Paper withBorder radius="md" px="md" py="sm" className="stat panel">
      <Text size="xs" c="dimmed" fw={500}>
        {color && (
          <span className="dot" style={{ background: `var(--mantine-color-${color}-6)` }} />
        )}
        {label}
      </Text>
      <Text size="xl" fw={600} className="num" data-stat={label}>
        {value}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
