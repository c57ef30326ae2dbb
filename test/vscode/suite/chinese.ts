// What a Chinese window is given to run.
import './language.ts';

export { runTests as run } from './tests.ts';
