/**
 * How much is measured. Times are in milliseconds, but for that of a parser, in seconds. A budget `ms` is that of one
 * server for one kind of edit or request; a server that opens a text in no less than `longest`, or would take as long
 * for a keystroke, is not measured on it. Of edits and requests, `only` those are measured that are named.
 */
export const plans = {
  full: {
    sizes: [100, 1_000, 10_000, 50_000],
    starts: 10,
    idle: 3,
    opens: { times: 5, ms: 15_000 },
    longest: 120_000,
    warmUp: 300,
    edits: { rounds: 10, changes: 40, ms: 3_000 },
    bursts: { rounds: 4, ms: 10_000 },
    requests: { rounds: 5, changes: 20, ms: 2_000 },
    verify: { rounds: 2, longest: 120_000 },
    memory: size => (size === 10_000 ? { edits: 10_000, ms: 40_000 } : { edits: 1_000, ms: 5_000 }),
    read: 2,
    peers: {
      longest: 10_000,
      only: ['middle', 'section', 'item', 'quote', 'fact', 'hover', 'reference', 'key', 'symbols'],
      warmUp: 0,
      edits: { rounds: 1, changes: 40, ms: 1_500 },
      bursts: { rounds: 1, ms: 1_500 },
      requests: { rounds: 1, changes: 4, ms: 1_500 },
      memory: { edits: 100, ms: 1_500 },
    },
    throughput: { manifests: 5_000, rounds: 3 },
    limits: { times: 500, ms: 1_000 },
    profile: 2_000,
  },
  quick: {
    sizes: [100, 1_000, 10_000],
    starts: 3,
    idle: 1,
    opens: { times: 1, ms: 0 },
    longest: 60_000,
    warmUp: 40,
    edits: { rounds: 2, changes: 8, ms: 800 },
    bursts: { rounds: 1, ms: 800 },
    requests: { rounds: 2, changes: 4, ms: 800 },
    verify: { rounds: 1, longest: 60_000 },
    memory: () => ({ edits: 200, ms: 2_000 }),
    read: 1,
    peers: {
      longest: 6_000,
      only: ['middle', 'hover'],
      warmUp: 0,
      edits: { rounds: 1, changes: 2, ms: 500 },
      bursts: { rounds: 1, ms: 500 },
      requests: { rounds: 1, changes: 2, ms: 500 },
      memory: { edits: 10, ms: 500 },
    },
    throughput: { manifests: 500, rounds: 1 },
    limits: { times: 50, ms: 500 },
    profile: 500,
  },
};
