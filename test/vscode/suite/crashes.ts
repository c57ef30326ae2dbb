// What a window is given to run whose server is killed.
import './killed.ts';

export { runTests as run } from './tests.ts';
