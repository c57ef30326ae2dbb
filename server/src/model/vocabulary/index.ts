export { type ActionName, actions } from './actions.ts';
export { type ForeignKey, foreignKeys } from './foreign.ts';
export { commonKeys } from './keys.ts';
export { projectFileName, projectKey, projectKeys } from './project.ts';
export { regions } from './regions.ts';
export { shapes } from './shapes.ts';
export type * from './types.ts';
export { wordLists } from './words.ts';
