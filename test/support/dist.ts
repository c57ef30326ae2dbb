import { fileURLToPath } from 'node:url';

export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
export const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
