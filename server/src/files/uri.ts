/** URIs of files and folders. Each is written in one way, `normalUri`, by which they are compared. */

/** A client's URI as all are written here: editors escape differently. Nothing for what is in no folder. */
export function normalUri(uri: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (!pathname.startsWith('/')) return undefined;
    const steps = pathname
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .map(decodeURIComponent);
    // The letter of a Windows drive.
    if (protocol === 'file:' && /^[a-z]:$/i.test(steps[1] ?? '')) steps[1] = (steps[1] as string).toLowerCase();
    return `${protocol}//${host}${steps.map(encodeStep).join('/')}`;
  } catch {
    return undefined;
  }
}

export const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Whether a URI is that of a folder or of something inside it. */
export const isWithin = (folder: string, uri: string): boolean => uri === folder || uri.startsWith(`${folder}/`);

/** The first of the folders that a file is in, or its own where it is in none. */
export const boundaryOf = (uri: string, folders: readonly string[]): string =>
  folders.find(folder => isWithin(folder, uri)) ?? parentOf(uri);

/** What a relative path leads to from a folder. */
export function resolveUri(folder: string, path: string): string {
  return path.split(/[\\/]/).reduce((uri, step) => {
    if (step === '' || step === '.') return uri;
    return step === '..' ? parentOf(uri) : `${uri}/${encodeStep(step)}`;
  }, folder);
}

/** The way from a folder to something inside it, as a path. */
export const wayTo = (folder: string, uri: string): string => decodeURIComponent(uri.slice(folder.length + 1));

/** The path of a file, with slashes on every system. */
export const pathOf = (uri: string): string =>
  decodeURIComponent(new URL(uri).pathname)
    .replace(/^\/(?=[a-z]:)/i, '')
    .replace(/\/$/, '');

/** Half of a surrogate pair, which no URI can have, stands for no file. */
export const encodeStep = (step: string): string => encodeURIComponent(step.replace(/\p{Surrogate}/gu, '\ufffd'));
