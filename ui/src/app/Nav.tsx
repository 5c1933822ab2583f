import { NavLink, ScrollArea, Text } from '@mantine/core';
import {
  IconAddressBook,
  IconArrowsSplit2,
  IconBan,
  IconCertificate,
  IconClockPlay,
  IconColumns3,
  IconDatabase,
  IconFilter,
  IconFolderDown,
  IconHistory,
  IconId,
  IconLayoutDashboard,
  IconMapPin,
  IconPhoneOutgoing,
  IconScale,
  IconServer2,
  IconSettings,
  IconTemplate,
  IconUserSearch,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useSession } from '../api/session';

interface Entry {
  to: string;
  label: string;
  icon: Icon;
  /** Of the whole installation, not of a tenant. */
  operator?: boolean;
}

const SECTIONS: { heading: string | null; entries: Entry[] }[] = [
  {
    heading: null,
    entries: [
      { to: '/', label: 'Overview', icon: IconLayoutDashboard },
      { to: '/groups', label: 'Campaign groups', icon: IconPhoneOutgoing },
      { to: '/campaign-templates', label: 'Campaign templates', icon: IconTemplate },
      { to: '/contacts', label: 'Contact search', icon: IconUserSearch },
    ],
  },
  {
    heading: 'Lists',
    entries: [
      { to: '/lists', label: 'Contact lists', icon: IconAddressBook },
      { to: '/suppression', label: 'Suppression lists', icon: IconBan },
      { to: '/registries', label: 'Registries', icon: IconId },
      { to: '/mappings', label: 'Data mappings', icon: IconColumns3 },
      { to: '/selection', label: 'Selection rules', icon: IconFilter },
      { to: '/upload-rules', label: 'Upload rules', icon: IconArrowsSplit2 },
      { to: '/zone-map', label: 'Zone map', icon: IconMapPin },
      { to: '/drops', label: 'List automation', icon: IconFolderDown },
    ],
  },
  {
    heading: 'Control',
    entries: [
      { to: '/rules', label: 'Compliance rules', icon: IconScale },
      { to: '/evidence', label: 'Evidence', icon: IconCertificate },
      { to: '/jobs', label: 'Jobs and schedules', icon: IconClockPlay },
    ],
  },
  {
    heading: 'Administration',
    entries: [
      { to: '/users', label: 'Users and API keys', icon: IconUsers },
      { to: '/settings', label: 'Settings', icon: IconSettings },
      { to: '/reference-data', label: 'Reference data', icon: IconDatabase, operator: true },
      { to: '/audit', label: 'Audit', icon: IconHistory },
      { to: '/system', label: 'System', icon: IconServer2 },
    ],
  },
];

/** The way to every screen of the dashboard. */
export function Nav() {
  const { pathname } = useLocation();
  const operator = useSession().data?.operator ?? false;
  const here = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  return (
    <ScrollArea component="nav" aria-label="Main" type="auto">
      {SECTIONS.map(({ heading, entries }) => (
        <div key={heading ?? 'top'}>
          {heading && (
            <Text size="xs" c="dimmed" fw={600} className="nav-heading">
              {heading}
            </Text>
          )}
          {entries
            .filter((entry) => operator || !entry.operator)
            .map(({ to, label, icon: Symbol }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
                active={here(to)}
                aria-current={here(to) ? 'page' : undefined}
                leftSection={<Symbol size={18} stroke={1.6} />}
              />
            ))}
        </div>
      ))}
    </ScrollArea>
  );
}
