/** What the times of one kind of thing come to. */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { n: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), max: sorted.at(-1) };
}

/** Between two values where it falls between them, so that of an edit and its undoing neither counts alone. */
function quantile(sorted, q) {
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  return sorted[below] + (place - below) * (sorted[Math.ceil(place)] - sorted[below]);
}

export const median = values => summary(values).p50;

export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** The exponent k of the power law value = c · size^k that is nearest to the points, by least squares of logarithms. */
export function exponent(points) {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)]);
  if (logs.length < 2) return undefined;
  const mean = axis => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return slope / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Works until it has worked so many times or so many milliseconds, whichever is first, but once at least. */
export async function within({ times, ms }, work) {
  const end = performance.now() + ms;
  for (let i = 0; i < times && (i === 0 || performance.now() < end); i++) await work(i);
}
