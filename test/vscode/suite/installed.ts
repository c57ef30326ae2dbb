// What a window in which the extension is installed is given to run, more than others.
import './desktop.ts';
import './contents.ts';

export { runTests as run } from './tests.ts';
