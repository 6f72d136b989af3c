import { hostsIn, type MachineMarks } from './machine-marks.js';
import type { TableRow } from './texts/table.js';

/** Columns that people and tools name the machine in. */
const hostColumn = /^(?:host|host_?name|node|node_?name|node_?list|machine|machine_?(?:name|id)|server|instance_?id)$/i;

/** The machine that a row of a table names, where a column has its name. */
export function hostMarks(row: TableRow): MachineMarks | undefined {
  for (const [column, at] of row.table.columns) {
    const host = hostColumn.test(column) ? row.cells[at]?.trim() : undefined;
    if (host !== undefined && host !== '') return { hosts: hostsIn(host) };
  }
  return undefined;
}
