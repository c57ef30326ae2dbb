import { summary } from './measure.mjs';

/** All that has been measured, as flat lists. */
export class Records {
  times = [];
  memory = [];
  idle = [];
  /** How often diagnostics were looked at, and how often they were others than those of the text. */
  verified = [];
  /** What was not measured, since it would have taken too long. */
  left = [];

  add(about, { times, ...more }) {
    this.times.push({ ...about, ...summary(times), ...more });
  }
}
