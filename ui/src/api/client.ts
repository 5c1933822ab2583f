import { Problem, problemOf } from './problem';
import { newest } from './pushed';

export const API = '/api/v1';

/** Where "nobody is signed in" is an answer, not the end of a session. */
const SIGN_IN = ['/auth/token', '/auth/me'];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

type Listener = () => void;
const expiryListeners = new Set<Listener>();

/** Told whenever the server says that nobody is signed in (any more). */
export function onSessionExpired(listener: Listener): () => void {
  expiryListeners.add(listener);
  return () => expiryListeners.delete(listener);
}

export function sessionExpired(): void {
  for (const listener of expiryListeners) listener();
}

/** The address of a call, with the given parameters that have a value. */
export function url(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const search = params.toString();
  return API + path + (search ? `?${search}` : '');
}

type Headers = Record<string, string>;

async function call(
  method: string,
  path: string,
  query: Query,
  body?: unknown,
  more: Headers = {},
): Promise<Response> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return exchange(method, url(path, query), path, sent, {
    'Content-Type': 'application/json',
    ...more,
  });
}

async function exchange(
  method: string,
  address: string,
  path: string,
  body: BodyInit | undefined,
  { 'Content-Type': type, ...more }: Headers,
): Promise<Response> {
  const headers: Headers = { Accept: 'application/json, application/problem+json', ...more };
  if (body !== undefined && type) headers['Content-Type'] = type;
  const response = await fetch(address, { method, headers, credentials: 'same-origin', body });
  if (response.ok) return response;
  const problem = problemOf(response.status, response.statusText, await response.text());
  if (response.status === 401 && !SIGN_IN.includes(path)) sessionExpired();
  throw problem;
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  /** Reads; an answer never puts back what was pushed of the same resource meanwhile. */
  get: async <T>(path: string, query: Query = {}) => {
    const asked = performance.now();
    return newest(path, asked, await json<T>(await call('GET', path, query)));
  },
  post: async <T>(path: string, body: unknown = {}, query: Query = {}) =>
    json<T>(await call('POST', path, query, body)),
  /** Posts text that is no JSON. */
  postText: async <T>(path: string, text: string) =>
    json<T>(
      await exchange('POST', url(path), path, text, {
        'Content-Type': 'text/plain; charset=UTF-8',
      }),
    ),
  /** Sends a file as it is. */
  file: async <T>(
    method: 'POST' | 'PUT',
    path: string,
    file: File,
    type: string,
    query: Query = {},
  ) => json<T>(await exchange(method, url(path, query), path, file, { 'Content-Type': type })),
  /** What is text, not JSON. */
  text: async (path: string) => (await call('GET', path, {})).text(),
  patch: async <T>(path: string, body: unknown, headers: Headers = {}) =>
    json<T>(await call('PATCH', path, {}, body, headers)),
  put: async <T>(path: string, body: unknown) => json<T>(await call('PUT', path, {}, body)),
  delete: async (path: string, query: Query = {}) => {
    await call('DELETE', path, query);
  },
};

/** Sends a file with its options; tells how many bytes have left this machine. */
export function upload<T>(
  path: string,
  file: File,
  options: object,
  onSent: (bytes: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('options', new Blob([JSON.stringify(options)], { type: 'application/json' }));
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', url(path));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
        return;
      }
      if (request.status === 401) sessionExpired();
      reject(problemOf(request.status, request.statusText, request.responseText));
    };
    request.onerror = () =>
      reject(
        new Problem({
          status: 0,
          code: 'UPLOAD_BROKEN',
          title: 'The upload broke off',
          detail: `${file.name} could not be sent to the end.`,
          remedy: 'Check the connection and upload it again: nothing of it was loaded.',
        }),
      );
    request.send(form);
  });
}
