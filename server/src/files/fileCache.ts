import type { FileContent, Files } from './files.ts';

interface Entry<T> {
  readonly file: string;
  readonly boundary: string;
  /** Who has asked for it: it is kept as long as one of them is there. */
  readonly users: Set<string>;
  content: T | undefined;
  /** The file that links lead to. */
  real: string;
  /** The newest of the loads: an older one that ends later counts no more. */
  loading: Promise<void>;
}

/** What files say, each read once for all who use it, and again when it changes. */
export class FileCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #files: Files;
  readonly #parse: (content: FileContent, file: string) => T;
  readonly #onLoad: (users: ReadonlySet<string>) => void;

  constructor(
    files: Files,
    parse: (content: FileContent, file: string) => T,
    onLoad: (users: ReadonlySet<string>) => void = () => {},
  ) {
    this.#files = files;
    this.#parse = parse;
    this.#onLoad = onLoad;
  }

  /** What a file says, or nothing while it has never been read. */
  peek(file: string, boundary: string, user: string): T | undefined {
    return this.#entry(file, boundary, user).content;
  }

  /** What a file says, once it has been read. */
  async read(file: string, boundary: string, user: string): Promise<T> {
    const entry = this.#entry(file, boundary, user);
    await settled(entry);
    return entry.content as T;
  }

  /** Reads a file again, and tells who uses it. */
  changed(file: string): ReadonlySet<string> {
    const users = new Set<string>();
    for (const entry of this.#entries.values()) {
      if (entry.file !== file && entry.real !== file) continue;
      this.#load(entry);
      for (const user of entry.users) users.add(user);
    }
    return users;
  }

  /** Forgets what nobody else uses. */
  release(user: string): void {
    for (const [key, { users }] of this.#entries) {
      if (users.delete(user) && users.size === 0) this.#entries.delete(key);
    }
  }

  /** Resolves when no file is being read any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#entries.values()].map(settled));
  }

  #entry(file: string, boundary: string, user: string): Entry<T> {
    const key = `${boundary}\n${file}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { file, boundary, users: new Set(), content: undefined, real: file, loading: Promise.resolve() };
      this.#entries.set(key, entry);
      this.#load(entry);
    }
    entry.users.add(user);
    return entry;
  }

  #load(entry: Entry<T>): void {
    const loading = this.#files.read(entry.file, entry.boundary).then(({ content, real }) => {
      if (entry.loading !== loading) return;
      entry.content = this.#parse(content, entry.file);
      entry.real = real;
      this.#onLoad(entry.users);
    });
    entry.loading = loading;
  }
}

async function settled(entry: Entry<unknown>): Promise<void> {
  for (let last: unknown; last !== entry.loading; ) {
    last = entry.loading;
    await last;
  }
}
