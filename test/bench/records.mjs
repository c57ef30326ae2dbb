import { summary } from './measure.mjs';

/** All that has been measured, as flat lists. */
export class Records {
  times = [];
  memory = [];
  /** What was not measured, since it would have taken too long. */
  left = [];

  add(about, { times, cpu }) {
    this.times.push({ ...about, ...summary(times), ...(cpu !== undefined && { cpu }) });
  }
}
