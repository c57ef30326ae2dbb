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
export function replaceServer(world: World, server: ServerState): void {
  const servers = serversNamed(world, server.name);
  const isThere = servers.some(other => areNeighbours(other, server));
  world.write(
    worldKey.server(server.name),
    isThere ? servers.map(other => (areNeighbours(other, server) ? server : other)) : [server, ...servers],
  );
}

/** A server that nothing declares: all that is known of it is its id, until operations do something to it. */
export const serverOutside = (id: string): ServerState => ({
  kind: 'server',
  name: id,
  place: undefined,
  facts: { id: { value: id, from: undefined } },
  disks: undefined,
});

const areNeighbours = (a: ServerState, b: ServerState): boolean => a.facts.region?.value === b.facts.region?.value;
