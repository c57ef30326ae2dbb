import { type ServerState, type World, worldKey } from './state.ts';

/** The servers of a name. */
export const serversNamed = (world: World, name: string): readonly ServerState[] =>
  (world.read(worldKey.server(name)) as readonly ServerState[] | undefined) ?? [];

/** Puts a new server under its name, in the place of an older one of that name in its region. */
export const putServer = (world: World, server: ServerState): void =>
  world.write(worldKey.server(server.name), [
    ...serversNamed(world, server.name).filter(other => !areNeighbours(other, server)),
    server,
  ]);

/** Puts a server as it is now in the place of what it was. */
export const replaceServer = (world: World, server: ServerState): void =>
  world.write(
    worldKey.server(server.name),
    serversNamed(world, server.name).map(other => (areNeighbours(other, server) ? server : other)),
  );

const areNeighbours = (a: ServerState, b: ServerState): boolean => a.facts.region?.value === b.facts.region?.value;
