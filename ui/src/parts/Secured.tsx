import { Badge } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';

/** Shown beside a list of which a file came encrypted. */
export function Secured() {
  return (
    <Badge
      color="pine"
      leftSection={<IconLock size={11} />}
      title="A file of this list came encrypted (PGP)."
    >
      Secured
    </Badge>
  );
}
