/** The manifests in a folder of the disk and those below it, as paths from there. Links are not followed. */
export async function manifestsIn(folder: string): Promise<readonly string[]> {
  // A server that has a file to look at does not wait for it.
  const { glob } = await import('tinyglobby');
  const ignore = ['**/node_modules/**', '**/.git/**'];
  const paths = await glob('**/*.ims.{yaml,yml}', { cwd: folder, ignore, dot: true, followSymbolicLinks: false });
  return paths.sort();
}
