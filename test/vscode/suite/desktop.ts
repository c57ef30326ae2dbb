// What a window that has Node is given to run, more than others.
import './index.ts';
import './crash.ts';

export { runTests as run } from './tests.ts';
