// Loaded by the extension host in place of the tests. It holds them back until the window has settled, and notes that they
// passed: when an extension host dies, VS Code reports the same exit code as for success.
const { existsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');

exports.run = async () => {
  const { VSCODE_HOST_TESTS: tests, VSCODE_HOST_NOTES: notes } = process.env;
  while (!existsSync(join(notes, 'settled'))) await delay(50);
  await require(tests).run();
  writeFileSync(join(notes, 'passed'), '');
};
