// What the window is given to run. The order of the imports is that of the tests.
import './annotations.ts';
import './findings.ts';
import './rulePages.ts';
import './server.ts';

export { runTests as run } from './tests.ts';
