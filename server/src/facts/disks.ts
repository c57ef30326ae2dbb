import type { Scene } from './scene.ts';
import type { Disk, ServerState } from './state.ts';
import { Fact } from './truth.ts';

/** The disk that a system disk image is made of: a volume, or the system disk of the server. */
export function systemDisk({ said, server: { state } }: Scene): Disk {
  const volume = said.struct.text('volume_id');
  if (typeof volume === 'object') return diskOfVolume(state, volume.value);
  if (volume === 'unreadable' || state === undefined) return {};
  const { system_disk: size, system_disk_encrypted: encrypted } = state.facts;
  return { ...(size && { size }), ...(encrypted && { encrypted }) };
}

/** The disk that a data disk image is made of: a volume, or a data disk of the server. */
export function dataDisk({ said, server: { state } }: Scene): Disk {
  const volume = said.struct.text('volume_id');
  if (typeof volume === 'object') return diskOfVolume(state, volume.value);
  const disk = said.struct.text('disk');
  return (typeof disk === 'object' ? state?.disks?.get(disk.value) : undefined) ?? {};
}

const diskOfVolume = (server: ServerState | undefined, volume: string): Disk =>
  [...(server?.disks?.values() ?? [])].find(disk => disk.volume === volume) ?? {};

/** The capacity of the disk that an image is made of. */
export function capacity(scene: Scene): Fact<number> {
  const { operation, said, server } = scene;
  const ofSystem = operation.action === 'create-system-disk-image';
  const disk = ofSystem ? systemDisk(scene) : dataDisk(scene);
  const name = ofSystem && !said.struct.has('volume_id') ? 'system_disk' : 'data_disks';
  return new Fact(name, server.label, disk.size);
}
