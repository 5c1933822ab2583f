import { notifications } from '@mantine/notifications';
import { asProblem } from '../api/problem';

/** Says that something worked. */
export function said(message: string): void {
  notifications.show({ message, color: 'pine', autoClose: 4000 });
}

/** Says that something did not, and what to do about it; stays until it is read. */
export function complained(error: unknown): void {
  const { body } = asProblem(error);
  notifications.show({
    title: body.detail ?? body.title,
    message: body.remedy ?? '',
    color: 'red',
    autoClose: 12_000,
  });
}
