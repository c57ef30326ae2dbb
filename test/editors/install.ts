import { execFileSync, spawnSync } from 'node:child_process';

/** An editor that a test drives: how to tell that it is there with all that it needs, and Debian's packages of it. */
interface Editor {
  readonly name: string;
  readonly probe: readonly [program: string, ...args: string[]];
  readonly packages: readonly string[];
}

export const neovim: Editor = { name: 'Neovim', probe: ['nvim', '--version'], packages: ['neovim'] };

export const emacs: Editor = {
  name: 'Emacs with Eglot and yaml-mode',
  probe: ['emacs', '--batch', '--eval', "(progn (package-activate-all) (require 'eglot) (require 'yaml-mode))"],
  packages: ['emacs-nox', 'elpa-eglot', 'elpa-yaml-mode'],
};

/** Installs an editor where that can be done: with `apt`, as root. Elsewhere, says what is missing. */
export function install(editor: Editor): void {
  if (isThere(editor)) return;
  const { name, packages } = editor;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new Error(`${name} is missing, which a test drives. On Debian: apt-get install ${packages.join(' ')}`);
  }
  // Tests of other editors may be at it, too.
  const apt = (...args: readonly string[]): unknown =>
    execFileSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  if (!isThere(editor)) throw new Error(`${name} does not work: ${editor.probe.join(' ')}`);
}

const isThere = ({ probe: [program, ...args] }: Editor): boolean => spawnSync(program, args).status === 0;
