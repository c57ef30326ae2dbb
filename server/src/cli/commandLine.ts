import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { type Language, languageOfLocale } from '../localized.ts';
import { type CheckOptions, check } from './check.ts';
import { explain } from './explain.ts';
import { type FixOptions, fix } from './fix.ts';
import { endings, helpIn, texts } from './help.ts';
import { type ColorOptions, formats, type LanguageName, type LanguageOptions, languages } from './options.ts';
import { type RulesOptions, rules } from './rules.ts';
import { schema, schemas } from './schema.ts';
import { wrongUsageInChinese } from './wrongUsage.ts';

/** The commands. Their help is in the language that the arguments ask for, or else in that of the system. */
export class CommandLine {
  readonly #program = new Command('ims-manifest');
  readonly #language: Language;

  constructor(private readonly args: readonly string[]) {
    this.#language = languageIn(args);
    this.#program
      .description(this.#say('program'))
      .version(version, '-V, --version', this.#say('version'))
      .helpOption('-h, --help', this.#say('help'))
      .helpCommand(false)
      .configureHelp(helpIn(this.#language))
      .showHelpAfterError(this.#say('more'))
      .configureOutput({
        outputError: (text, write) => write(this.#language === 'zh' ? wrongUsageInChinese(text) : text),
      })
      .exitOverride()
      .addHelpText('after', endings.program[this.#language])
      .addOption(this.#lang());
    this.#addCheck();
    this.#addFix();
    this.#addExplain();
    this.#addRules();
    this.#addSchema();
    this.#addLsp();
  }

  async run(): Promise<void> {
    await this.#program.parseAsync(this.args, { from: 'user' });
  }

  #addCheck(): void {
    this.#reporting('check')
      .addOption(new Option('--undecided', this.#say('undecided')))
      .addOption(new Option('--threads <number>', this.#say('threads')).argParser(this.#number(1)))
      .action(async (paths: string[], options: CheckOptions) => {
        process.exitCode = await check(paths, options);
      });
  }

  #addFix(): void {
    this.#reporting('fix')
      .addOption(new Option('--dry-run', this.#say('dryRun')))
      .action(async (paths: string[], options: FixOptions) => {
        process.exitCode = await fix(paths, options);
      });
  }

  #addExplain(): void {
    this.#coloured(this.#command('explain').argument('<rule>', this.#say('rule'))).action(
      async (rule: string, options: LanguageOptions & ColorOptions) => {
        process.exitCode = await explain(rule, options);
      },
    );
  }

  #addRules(): void {
    this.#coloured(this.#command('rules').addOption(this.#format(['text', 'json']))).action((options: RulesOptions) =>
      rules(options),
    );
  }

  #addSchema(): void {
    const kind = new Argument('[kind]', this.#say('kind')).choices(Object.keys(schemas)).default('manifest');
    this.#command('schema')
      .addArgument(kind)
      .action((kind: keyof typeof schemas, options: LanguageOptions) => schema(kind, options));
  }

  #addLsp(): void {
    this.#program
      .command('lsp')
      .description(this.#say('lsp'))
      .requiredOption('--stdio', this.#say('stdio'))
      .option('--clientProcessId <pid>', this.#say('clientProcessId'))
      .action(async () => {
        await import('../node.ts');
      });
  }

  /** A command that reports on manifests. */
  #reporting(name: 'check' | 'fix'): Command {
    const command = this.#command(name)
      .addArgument(new Argument('[paths...]', this.#say('paths')).default(['.'], '.'))
      .addOption(this.#format(formats))
      .addOption(new Option('--max-warnings <number>', this.#say('maxWarnings')).argParser(this.#number(0)))
      .addOption(new Option('--config <file>', this.#say('config')));
    return this.#coloured(command);
  }

  #command(name: keyof typeof endings & keyof typeof texts): Command {
    return this.#program
      .command(name)
      .description(this.#say(name))
      .addHelpText('after', endings[name][this.#language])
      .addOption(this.#lang());
  }

  #coloured(command: Command): Command {
    return command
      .addOption(new Option('--color', this.#say('color')))
      .addOption(new Option('--no-color', this.#say('noColor')).default(undefined));
  }

  #lang(): Option {
    const names = Object.keys(languages) as LanguageName[];
    const byDefault = names.find(name => languages[name] === this.#language);
    return new Option('--lang <language>', this.#say('lang'))
      .choices(names)
      .default(byDefault, this.#say('systemLanguage'));
  }

  #format(choices: readonly string[]): Option {
    return new Option('--format <format>', this.#say('format')).choices(choices).default('text');
  }

  #number(least: 0 | 1): (value: string) => number {
    return value => {
      const number = /^\d+$/.test(value) ? Number(value) : -1;
      if (number < least) throw new InvalidArgumentError(this.#say(least === 0 ? 'count' : 'positive'));
      return number;
    };
  }

  #say(text: keyof typeof texts): string {
    return texts[text][this.#language];
  }
}

/** Before anything else is read: the texts of the commands depend on it. */
function languageIn(args: readonly string[]): Language {
  const given = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  const name = Object.keys(languages).find(name => name === given.at(-1)) as LanguageName | undefined;
  return name === undefined ? languageOfLocale(systemLocale()) : languages[name];
}

/** As POSIX has it: a variable that is empty counts as not set. Where none is set, the system may have settings. */
function systemLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL || LC_MESSAGES || LANG;
  return locale ? locale.replace('_', '-') : Intl.DateTimeFormat().resolvedOptions().locale;
}
