/** Requests that name JSON and send nothing. */
import type { FastifyInstance } from 'fastify';

/** Reads them as requests without fields: a route says which it lacks. */
export function takeEmptyBodies(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else void read(request, String(body), done);
  });
}
