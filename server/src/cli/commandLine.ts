import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { type CheckOptions, check } from './check.ts';

export function commandLine(): Command {
  const program = new Command('ims-manifest')
    .description('Checks manifests of image operations (*.ims.yaml, *.ims.yml).')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  addCheck(program);
  addLsp(program);
  return program;
}

function addCheck(program: Command): void {
  program
    .command('check')
    .description('tell what is wrong in manifests')
    .argument('[paths...]', 'files, folders, globs, or - for standard input', ['.'])
    .addOption(new Option('--format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <language>', 'in which language').choices(['en', 'zh-cn']).default('en'))
    .addOption(new Option('--color <when>', 'whether to colour').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(new Option('--max-warnings <number>', 'how many warnings to let pass').argParser(count))
    .addOption(new Option('--undecided', 'tell what cannot be decided, too, and the facts that are missing'))
    .addOption(new Option('--config <file>', 'the project file, in place of the nearest .ims-manifest.yaml'))
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], options: CheckOptions) => {
      process.exitCode = await check(paths, options);
    });
}

const checkHelp = `
Exit codes:
  0  nothing is wrong
  1  there are errors, or more warnings than --max-warnings
  2  wrong usage, or a file that cannot be read
  3  an internal error

Examples:
  ims-manifest check
  ims-manifest check images/ 'teams/*/release.ims.yaml'
  ims-manifest check --undecided release.ims.yaml
  ims-manifest check --format json - < release.ims.yaml`;

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('serve an editor through the Language Server Protocol')
    .requiredOption('--stdio', 'talk over standard input and output')
    .option('--clientProcessId <pid>', 'end when this process has ended')
    .action(async () => {
      await import('../node.ts');
    });
}

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It has to be a whole number, 0 or more.');
  return Number(value);
}
