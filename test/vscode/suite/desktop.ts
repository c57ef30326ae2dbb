// What a window that has Node is given to run, more than others.
import './index.ts';
import './crash.ts';
import './large.ts';

export { runTests as run } from './tests.ts';
