// What every window is given to run. The order of the imports is that of the tests: the first one wants that nothing is open.
import './workspace.ts';
import './annotations.ts';
import './findings.ts';
import './hover.ts';
import './completion.ts';
import './codeActions.ts';
import './navigation.ts';
import './formatting.ts';
import './typing.ts';
import './project.ts';
import './rulePages.ts';
import './server.ts';

export { runTests as run } from './tests.ts';
