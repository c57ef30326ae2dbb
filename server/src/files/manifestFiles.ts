/** The manifests in a folder of the disk, given by its absolute path, and those below it, as paths from there. Links are not followed. */
export async function manifestsIn(folder: string): Promise<readonly string[]> {
  // A server that has a file to look at does not wait for it.
  const { fdir } = await import('fdir');
  const files = new fdir({ relativePaths: true, pathSeparator: '/', excludeSymlinks: true })
    .exclude(name => name === 'node_modules' || name === '.git')
    .filter(path => /\.ims\.ya?ml$/.test(path));
  const paths = await files.crawl(folder).withPromise();
  return paths.sort();
}
