// Rows for tests/bench/run, in the form that print_table.py reads.

/** Prints the median and the worst of some values; aim 0 means none. */
export function printRow(name, unit, values, aim) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(['row', name, unit, at(0.5).toFixed(2), sorted.at(-1).toFixed(2), aim].join('\t'));
}

/** As above with the 95th percentile in place of the worst, for many values. */
export function printPercentiles(name, unit, values, aim) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(['row', `${name}, p50`, unit, at(0.5).toFixed(2), at(0.5).toFixed(2), 0].join('\t'));
  console.log(['row', `${name}, p95`, unit, at(0.95).toFixed(2), sorted.at(-1).toFixed(2), aim].join('\t'));
}
