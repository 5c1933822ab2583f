import {
  ActionIcon,
  AppShell,
  Avatar,
  Burger,
  Group,
  Image,
  Menu,
  Text,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useLiveEvents, useLiveState } from '../api/events';
import { useSignOut } from '../api/session';
import type { Session } from '../api/types';
import { HaltBanner, HaltButton } from './Halt';
import { Nav } from './Nav';

const LIVE = {
  open: { word: 'Live', says: 'Changes arrive by themselves.' },
  connecting: { word: 'Connecting', says: 'Connecting to live changes.' },
  broken: {
    word: 'Reconnecting',
    says: 'Live changes broke off; numbers are read every two seconds.',
  },
};

function LiveMark() {
  const state = useLiveState();
  return (
    <Tooltip label={LIVE[state].says}>
      <Text size="xs" c="dimmed" fw={500} className="live" data-state={state} visibleFrom="sm">
        <span className="dot" />
        {LIVE[state].word}
      </Text>
    </Tooltip>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? 'Light colours' : 'Dark colours';
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}

function UserMenu({ session }: { session: Session }) {
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${session.username}`}>
          <Avatar name={session.username} color="initials" radius="xl" size={34} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.username} · tenant {session.tenantId}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What stands around every screen once somebody is signed in. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const admin = session.roles.includes('ADMIN');
  useLiveEvents(admin);
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 58 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened, desktop: !admin } }}
      padding="lg"
    >
      <AppShell.Header className="shell-header" px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            {admin && (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="md"
                size="sm"
                aria-label="Menu"
              />
            )}
            <UnstyledButton component={Link} to="/" aria-label="Beckon">
              <Group gap={10} wrap="nowrap">
                <Image src="/beckon.svg" w={30} h={30} alt="" />
                <Text fw={700} size="lg" visibleFrom="xs">
                  Beckon
                </Text>
              </Group>
            </UnstyledButton>
          </Group>
          <Group gap="md" wrap="nowrap">
            {admin && <LiveMark />}
            <SchemeSwitch />
            {admin && <HaltButton />}
            <UserMenu session={session} />
          </Group>
        </Group>
      </AppShell.Header>
      {admin && (
        <AppShell.Navbar className="shell-nav" p="sm">
          <Nav />
        </AppShell.Navbar>
      )}
      <AppShell.Main>
        {admin && <HaltBanner />}
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
