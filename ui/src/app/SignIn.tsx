import { Button, Image, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import { useSignIn } from '../api/session';
import { ProblemAlert } from '../parts/States';
import { asProblem, Problem } from '../api/problem';

const WRONG = new Problem({
  status: 401,
  code: 'UNAUTHENTICATED',
  title: 'Not signed in',
  detail: 'The user name or the password is wrong.',
  remedy: 'Check both; capital letters count. An administrator can set a new password.',
});

/** Asks who you are; afterwards the page you came for is shown. */
export function SignIn() {
  useDocumentTitle('Sign in · Beckon');
  const signIn = useSignIn();
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (v) => (v.trim() ? null : 'Enter your user name.'),
      password: (v) => (v ? null : 'Enter your password.'),
    },
  });
  const problem = signIn.error ? asProblem(signIn.error) : null;
  return (
    <main className="sign-in">
      <Stack w="100%" maw={380} gap="lg">
        <Stack align="center" gap={6}>
          <Image src="/beckon.svg" w={48} h={48} alt="" />
          <Title order={1} size="h2">
            Sign in to Beckon
          </Title>
          <Text c="dimmed" size="sm">
            Outbound contact campaigns
          </Text>
        </Stack>
        <Paper withBorder p="xl" radius="lg" className="panel">
          <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
            <Stack gap="md">
              {problem && <ProblemAlert error={problem.status === 401 ? WRONG : problem} />}
              <TextInput
                label="User name"
                autoComplete="username"
                autoFocus
                {...form.getInputProps('username')}
              />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                {...form.getInputProps('password')}
              />
              <Button type="submit" loading={signIn.isPending} fullWidth>
                Sign in
              </Button>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </main>
  );
}
