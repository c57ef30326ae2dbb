const restOf = size => (size === 10_000 ? 40_000 : 1_000);

/**
 * How much is measured. Times are in milliseconds, but for that of a parser, in seconds. A budget `ms` is that of one
 * server for one kind of edit or request, and `rest` how long one is left alone before its memory is measured. A
 * server that opens a text in no less than `longest` is not measured on it; a peer, on none of more than `largest` operations. Of edits and requests, `only` those are measured that are named.
 */
export const plans = {
  full: {
    sizes: [100, 1_000, 10_000, 50_000],
    starts: 8,
    idle: 2,
    opens: { times: 5, ms: 15_000 },
    openings: { times: 3, ms: 6_000 },
    longest: 120_000,
    warmUp: { edits: { rounds: 1, changes: 4_000, ms: 6_000 }, requests: { rounds: 1, changes: 400, ms: 3_000 } },
    // In turns this short and this many, what else a machine is busy with meets all servers.
    edits: { rounds: 40, changes: 80, ms: 3_000 },
    bursts: { rounds: 3, ms: 10_000 },
    requests: { rounds: 5, changes: 80, ms: 3_000 },
    verify: { rounds: 1, longest: 120_000 },
    memory: size => ({
      rest: restOf(size),
      ...(size === 10_000 ? { edits: 10_000, ms: 30_000 } : { edits: 500, ms: 2_000 }),
    }),
    read: 2,
    peers: {
      largest: 10_000,
      longest: 60_000,
      only: ['middle', 'section', 'item', 'quote', 'fact', 'hover', 'reference', 'symbols'],
      mayFail: true,
      edits: { rounds: 1, changes: 40, ms: 1_500 },
      bursts: { rounds: 1, ms: 1_500 },
      requests: { rounds: 1, changes: 4, ms: 1_500 },
      memory: size => ({ rest: restOf(size), edits: 20, ms: 90_000 }),
    },
    throughput: { manifests: 5_000, rounds: 2 },
    limits: { times: 500, ms: 1_000 },
    profile: 2_000,
  },
  quick: {
    sizes: [100, 1_000, 10_000],
    starts: 3,
    idle: 1,
    opens: { times: 1, ms: 0 },
    openings: { times: 1, ms: 0 },
    longest: 60_000,
    warmUp: { edits: { rounds: 1, changes: 40, ms: 500 }, requests: { rounds: 1, changes: 4, ms: 500 } },
    edits: { rounds: 2, changes: 8, ms: 800 },
    bursts: { rounds: 1, ms: 800 },
    requests: { rounds: 2, changes: 4, ms: 800 },
    verify: { rounds: 1, longest: 60_000 },
    memory: () => ({ rest: 1_000, edits: 200, ms: 2_000 }),
    read: 1,
    peers: {
      largest: 10_000,
      longest: 60_000,
      only: ['middle', 'hover'],
      mayFail: true,
      edits: { rounds: 1, changes: 2, ms: 500 },
      bursts: { rounds: 1, ms: 500 },
      requests: { rounds: 1, changes: 2, ms: 500 },
      memory: () => ({ rest: 1_000, edits: 10, ms: 500 }),
    },
    throughput: { manifests: 500, rounds: 1 },
    limits: { times: 50, ms: 500 },
    profile: 500,
  },
};
