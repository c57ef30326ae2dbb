import type { Struct } from '../model/struct.ts';
import { type Listings, listedFromBackup, listsBackups } from './inventory/listing.ts';
import type { Known } from './known.ts';
import { resolveBackup } from './resolve.ts';
import { type World, worldKey } from './state.ts';
import { Fact } from './truth.ts';

/** What tells a backup from all others: its id, or else the name that it has in the manifest. */
export interface BackupIdentity {
  readonly id: string | undefined;
  readonly name: string;
}

/** The backup that an operation names. */
export function backupOf(struct: Struct, world: World): BackupIdentity | undefined {
  const given = struct.text('backup');
  if (typeof given !== 'object') return undefined;
  const found = resolveBackup(given.value, world);
  if (found.outcome === 'found') return { id: found.state.facts.id?.value, name: found.state.name };
  return { id: given.value, name: given.value };
}

/**
 * The image that the operation's backup has been made into: by an operation before it, or as an inventory knows. That
 * there is none is a value, too.
 */
export function backupUse(struct: Struct, label: string, world: World): Fact<string | undefined> {
  const backup = backupOf(struct, world);
  if (backup === undefined) return new Fact<string | undefined>('backup', label, undefined);
  const { id, name } = backup;
  const known = (use: Known<string | undefined>): Fact<string | undefined> => new Fact('backup', name, use);
  const lacks = (fact: string): Fact<string | undefined> => new Fact<string | undefined>(fact, name, undefined);

  const made = world.read(worldKey.backupUse(id ?? name)) as Known<string> | undefined;
  if (made !== undefined) return known(made);
  const listings = world.read(worldKey.inventory) as Listings | undefined;
  const listed = listings && id !== undefined ? listedFromBackup(listings, id) : undefined;
  if (listed !== undefined) return known(listed);
  if (listings?.whole === false) return lacks('inventory');
  if (listings !== undefined && id === undefined && listsBackups(listings)) return lacks('id');
  return known({ value: undefined, from: struct.placeOf('backup') });
}
