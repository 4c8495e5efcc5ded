const mostRanges = 20;

/** Rows as a person would name them, "4-17, 23"; of more than twenty ranges the first twenty, then "…". */
export function rowRanges(rows: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const said = ranges.slice(0, mostRanges).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return said.join(", ") + (ranges.length > mostRanges ? ", …" : "");
}
