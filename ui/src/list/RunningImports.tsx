import { Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { usePollInterval } from '../api/events';
import { usePaged } from '../api/paged';
import type { Import } from '../api/types';
import { Panel } from '../parts/Page';
import { ImportProgress } from './Imports';
import { isRunning } from './progress';

/** Files that are being loaded now, uploaded or dropped; nothing while there are none. */
export function RunningImports({ kind }: { kind: Import['kind'] }) {
  const imports = usePaged<Import>('/imports', { kind, limit: 20 }, true, usePollInterval());
  const running = imports.rows.filter(isRunning);
  if (running.length === 0) return null;
  return (
    <Panel title="Being loaded">
      <Stack gap="md">
        {running.map((item) => (
          <div key={item.id} data-import={item.id} data-state={item.state}>
            <Anchor
              component={Link}
              to={`/${kind === 'CONTACTS' ? 'lists' : 'suppression'}/${item.listId}`}
              size="sm"
              fw={500}
            >
              {item.fileName}
            </Anchor>
            <ImportProgress item={item} />
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
