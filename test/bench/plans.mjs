/**
 * How much is measured. Times are in milliseconds, but for that of a parser, in seconds. A budget `ms` is that of one
 * server for one kind of edit or request; a server that opens a text in no less than `longest` is not measured on it.
 * Of edits and requests, `only` those are measured that are named.
 */
export const plans = {
  full: {
    sizes: [100, 1_000, 10_000, 50_000],
    peerVariants: ['tenth', 'few'],
    starts: 12,
    opens: 5,
    longest: 300_000,
    warmUp: 300,
    edits: { rounds: 6, changes: 40, ms: 30_000 },
    bursts: { rounds: 5, ms: 60_000 },
    requests: { rounds: 4, changes: 10, ms: 30_000 },
    memory: { edits: 10_000, ms: 300_000 },
    read: 10,
    peers: {
      longest: 120_000,
      warmUp: 10,
      edits: { rounds: 1, changes: 40, ms: 12_000 },
      bursts: { rounds: 2, ms: 10_000 },
      requests: { rounds: 1, changes: 10, ms: 12_000 },
      memory: { edits: 10_000, ms: 30_000 },
    },
    throughput: { manifests: 300, rounds: 5 },
    profile: 2_000,
  },
  quick: {
    sizes: [100, 1_000, 10_000],
    peerVariants: ['few'],
    starts: 3,
    opens: 1,
    longest: 60_000,
    warmUp: 40,
    edits: { rounds: 2, changes: 8, ms: 800 },
    bursts: { rounds: 1, ms: 800 },
    requests: { rounds: 2, changes: 4, ms: 800 },
    memory: { edits: 200, ms: 2_000 },
    read: 1,
    peers: {
      longest: 20_000,
      only: ['middle', 'hover', 'reference', 'symbols'],
      warmUp: 0,
      edits: { rounds: 1, changes: 2, ms: 500 },
      bursts: { rounds: 1, ms: 500 },
      requests: { rounds: 1, changes: 2, ms: 500 },
      memory: { edits: 10, ms: 1_000 },
    },
    throughput: { manifests: 60, rounds: 1 },
    profile: 500,
  },
};
