const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something to its end, even where the process is told to end meanwhile: then it ends afterwards. */
export async function uninterrupted<T>(run: () => Promise<T>): Promise<T> {
  let told: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    told = signal;
  };
  for (const signal of signals) process.on(signal, hold);
  try {
    return await run();
  } finally {
    for (const signal of signals) process.off(signal, hold);
    if (told !== undefined) process.kill(process.pid, told);
  }
}
