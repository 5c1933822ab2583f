import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { asProblem } from '../api/problem';

/** A form whose refusal by the API is shown at the fields it names. */
export function useProblemForm<V extends Record<string, unknown>, R>(
  input: UseFormInput<V>,
  send: (values: V) => Promise<R>,
  onDone: (result: R, form: UseFormReturnType<V>) => void,
) {
  const form = useForm<V>(input);
  const mutation: UseMutationResult<R, Error, V> = useMutation({
    mutationFn: send,
    onSuccess: (result) => onDone(result, form),
    onError: (error) => form.setErrors(asProblem(error).fieldErrors()),
  });
  const submit = form.onSubmit((values) => mutation.mutate(values));
  return { form, submit, busy: mutation.isPending, error: mutation.error };
}
