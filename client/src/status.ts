import type { Say } from './say.ts';

/** What the server tells of the operation at the cursor. */
export interface OperationStatus {
  readonly action: { readonly start: { readonly line: number; readonly character: number } };
  readonly constraints: { readonly holds: number; readonly violated: number; readonly undecided: number };
}

/** The problems of the manifest, and what is undecided about the operation at the cursor. */
export function statusText(problems: number, operation: OperationStatus | null, say: Say): string {
  const undecided = operation?.constraints.undecided ?? 0;
  return [problemsText(problems, say), undecided > 0 ? say('{0} undecided here', undecided) : '']
    .filter(part => part !== '')
    .join(' · ');
}

function problemsText(problems: number, say: Say): string {
  if (problems === 0) return say('No problems');
  return problems === 1 ? say('1 problem') : say('{0} problems', problems);
}

/** The name of a project's settings. */
export const projectFileName = '.ims-manifest.yaml';

/** Where the settings of a manifest may be, the nearest first: from its folder up to the folder that is open. */
export function projectFiles(manifest: string, folder: string): readonly string[] {
  const root = folder.replace(/(?<!\/)\/+$/, '');
  if (!manifest.startsWith(`${root}/`)) return [];
  const files: string[] = [];
  for (let path = manifest; path !== root; ) {
    path = path.slice(0, path.lastIndexOf('/'));
    files.push(`${path}/${projectFileName}`);
  }
  return files;
}
