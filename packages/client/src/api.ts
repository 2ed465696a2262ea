/** The API as typed calls. */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

/** Why a request was not followed. */
export type Refusal = components['schemas']['Refusal'];

/** The API: `api.POST('/api/v1/desk/ready')`. Answers hold `data`, or `error`, which is a {@link Refusal}. */
export type Api = Client<paths>;

/** A client of the server at `baseUrl`. In a browser the cookie of the session goes with each request. */
export function createApi(options: ClientOptions = {}): Api {
  return createFetchClient<paths>({ credentials: 'same-origin', ...options });
}

/** Whether something is a refusal of the server, and not a fault on the way. */
export function isRefusal(error: unknown): error is Refusal {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'text' in error &&
    typeof error.text === 'string'
  );
}
