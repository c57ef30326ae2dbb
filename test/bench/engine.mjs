// What the limits are measured on.
export { Analysis } from '../../server/src/analysis/analysis.ts';
export { judge } from '../../server/src/analysis/judge.ts';
export { parseSegment } from '../../server/src/syntax/parse.ts';
