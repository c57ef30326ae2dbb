import type { Say } from './say.ts';
import type { WorkspaceSummary } from './server.ts';

/** How the manifests of a workspace stand, as far as there is something to say. */
export function summaryText({ manifests, errors, warnings, notes }: WorkspaceSummary, say: Say): string {
  if (manifests === 0) return say('The workspace has no manifests.');
  const problems = [
    ...(errors === 0 ? [] : [errors === 1 ? say('1 error') : say('{0} errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? say('1 warning') : say('{0} warnings', warnings)]),
    ...(notes === 0 ? [] : [notes === 1 ? say('1 note') : say('{0} notes', notes)]),
  ];
  const where = manifestsText(manifests, say);
  if (problems.length === 0) return say('No problems in {0}.', where);
  return say('{0} in {1}.', problems.join(' · '), where);
}

/** What has been fixed in a workspace. */
export function fixedText(fixes: number, manifests: number, say: Say): string {
  const where = manifestsText(manifests, say);
  return fixes === 1 ? say('1 fix in {0}.', where) : say('{0} fixes in {1}.', fixes, where);
}

const manifestsText = (count: number, say: Say): string =>
  count === 1 ? say('1 manifest') : say('{0} manifests', count);
