/** In the place of Node's own in what ships, so that no bundle runs what lies in a `node_modules` above it. */
export const createRequire = () => () => {
  throw new Error('What ships is all in its bundles.');
};
