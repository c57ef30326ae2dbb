import { exponent } from './measure.mjs';
import { requests } from './titles.mjs';

/** Finds its way in the results of a run. */
export class Results {
  constructor({ records, ...rest }) {
    Object.assign(this, rest, records);
  }

  find(server, id, size, variant) {
    return this.times.find(
      entry => entry.server === server && entry.id === id && entry.size === size && entry.variant === variant,
    );
  }

  /** The middle time of a server, without what it only waits. */
  p50(server, id, size, variant) {
    const found = this.find(server, id, size, variant);
    const isAnswered = id === 'initialized' || id in requests;
    return found && found.p50 - (isAnswered ? 0 : (this.servers[server]?.wait ?? 0));
  }

  /** How many times as much one server takes as another. */
  ratio(server, other, id, size, variant) {
    return over(this.p50(server, id, size, variant), this.p50(other, id, size, variant));
  }

  /** The power of the size that a middle time grows with. */
  growth(server, id, variant) {
    const points = this.sizes.map(size => [size, this.p50(server, id, size, variant)]);
    return exponent(points.filter(([, value]) => value > 0));
  }

  memoryOf(server, size, variant) {
    return this.memory.find(entry => entry.server === server && entry.size === size && entry.variant === variant);
  }
}

export const over = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
