/** A Markdown table. */
export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export const none = '–';

/** A number with the digits that matter. */
export function digits(value) {
  if (value === undefined || Number.isNaN(value)) return none;
  const places = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

export const count = value => value.toLocaleString('en-US');

export const times = value => (value === undefined ? none : `${digits(value)} ×`);
