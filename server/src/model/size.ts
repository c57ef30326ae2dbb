/** Sizes are numbers of GB; IMS counts in 1024s whatever the letters. */
export const GB = 1;
export const TB = 1024;
const MB = 1 / 1024;

const units: Readonly<Record<string, number>> = { m: MB, g: GB, t: TB };

/** `40 GB`, `1.5tb`, `40Gi`, `40`: a number of GB, or `undefined`. A bare number is in `unit`. */
export function readSize(text: string, unit: 'GB' | 'MB'): number | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(?:([mgt])(?:i?b?))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, digits, letter] = match;
  const factor = letter === undefined ? (unit === 'GB' ? GB : MB) : units[letter.toLowerCase()];
  return factor === undefined ? undefined : Number(digits) * factor;
}

/** A size as one would write it: in the largest unit that keeps it short. */
export function writeSize(gb: number): string {
  if (gb >= TB && (gb / TB) * 100 === Math.round((gb / TB) * 100)) return `${gb / TB} TB`;
  if (gb >= GB || gb === 0) return `${short(gb)} GB`;
  return `${short(gb * 1024)} MB`;
}

/** In seven digits, or as many as it takes not to look like the whole number that a limit is. */
function short(value: number): number {
  if (Number.isInteger(value)) return value;
  let digits = 7;
  while (Number.isInteger(Number(value.toPrecision(digits)))) digits++;
  return Number(value.toPrecision(digits));
}

/** A number of bytes as a size that is exactly that. */
export function writeBytes(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return Number.isInteger(megabytes) && megabytes % 1024 !== 0 ? `${megabytes} MB` : `${megabytes / 1024} GB`;
}
