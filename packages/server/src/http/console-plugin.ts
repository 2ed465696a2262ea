/** The console: the static files of its package, and its page for every address that is a screen. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { CONSOLE_FOLDER } from '@outdial/console';
import type { FastifyInstance } from 'fastify';

const NOT_BUILT =
  "The console is not built: run 'npm run build' in a clone of outdial. The API works without it.";

/** Adds the console. Files with a hash in their name are kept by browsers for good, the page never. */
export async function addConsole(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(CONSOLE_FOLDER, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain').send(NOT_BUILT));
    return;
  }
  await app.register(fastifyStatic, {
    root: CONSOLE_FOLDER,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      void reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const isScreen = request.method === 'GET' && !/^\/(api|assets)\//.test(request.url);
    if (isScreen) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send({ code: 'path-unknown', text: 'There is nothing at this address.' });
  });
}
