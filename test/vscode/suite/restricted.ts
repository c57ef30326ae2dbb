// What a window in Restricted Mode is given to run, more than others.
import './index.ts';
import './untrusted.ts';

export { runTests as run } from './tests.ts';
