import { exponent } from './measure.mjs';
import { edits } from './titles.mjs';

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

  /** The time of a server, without what it only waits. */
  time(server, id, size, variant, quantile = 'p50') {
    const found = this.find(server, id, size, variant);
    const waits = id === 'open' || id in edits;
    return found && found[quantile] - (waits ? (this.servers[server]?.wait ?? 0) : 0);
  }

  /** How many times as much one server takes as another. */
  ratio(server, other, id, size, variant, quantile) {
    return over(this.time(server, id, size, variant, quantile), this.time(other, id, size, variant, quantile));
  }

  /** The power of the size that a middle time grows with. */
  growth(server, id, variant) {
    const points = this.sizes.map(size => [size, this.time(server, id, size, variant)]);
    return exponent(points.filter(([, value]) => value > 0));
  }

  /** The power of the size that the ratio of two servers grows with, where findings are told anew. */
  growthOfRatio(server, other, id, variant) {
    const sizes = this.sizes.filter(size => !this.isUnchanged(id, size, variant));
    const points = sizes.map(size => [size, this.ratio(server, other, id, size, variant)]);
    return exponent(points.filter(([, value]) => value !== undefined));
  }

  /** Whether an edit changes nothing that is told. */
  isUnchanged(id, size, variant) {
    return this.find('null', id, size, variant)?.unchanged === 1;
  }

  memoryOf(server, size, variant) {
    return this.memory.find(entry => entry.server === server && entry.size === size && entry.variant === variant);
  }
}

export const over = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
