/** What the machine refused, and the command that fixes it. */
export interface MachineFault {
  readonly message: string;
  readonly remedy: string;
}

/** Codes of the system, what they mean, and what to do. The path is in front of the meaning where the system names one. */
const faults: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  EMFILE: ['too many open files', 'ulimit -n 1024'],
  ENFILE: ['too many open files on this machine', 'Close other programs, and run the command again'],
  ENOMEM: ['not enough memory', 'Free memory, and run the command again'],
  EAGAIN: ['no more processes or threads can be started', 'ulimit -u 4096   # or close other programs'],
  ENOSPC: ['no space is left', 'Free space on the disk, and run the command again'],
  EDQUOT: ['no space is left', 'Free space on the disk, and run the command again'],
  EROFS: ['the disk is read-only', 'Run the command in a folder on another disk'],
  EIO: ['the disk can’t be read or written', 'Check the disk'],
  EACCES: ['permission denied', 'Take the permission, or run the command as another user'],
  EPERM: ['permission denied', 'Take the permission, or run the command as another user'],
  ENOENT: ['no such file or folder', 'npm ci   # where it is a file of carboncard'],
};

const damaged: MachineFault = {
  message: 'The installation is incomplete: a file of carboncard or of a package is missing',
  remedy: 'npm ci   # or: npm install carboncard',
};

const noMemory: MachineFault = { message: 'Not enough memory', remedy: 'Free memory, and run the command again' };

/**
 * What an error means that no other place explains: the system refused a call, memory ran out, a package is missing. It is no bug.
 *
 * @returns Nothing for any other error.
 */
export function machineFault(error: unknown): MachineFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof RangeError && /allocat.*(?:memory|failed)|allocation failed|out of memory/i.test(error.message)) return noMemory;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return damaged;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ERR_MEMORY_ALLOCATION_FAILED') return noMemory;
  const call = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : undefined;
  if (call === undefined) return undefined;
  if (call === 'uv_cwd') return { message: 'The current folder no longer exists', remedy: 'cd /another/folder' };
  const [meaning, remedy] = faults[code] ?? [
    `the system refused \`${call}\` (${code})`,
    'Check the file, the disk and the limits of the shell',
  ];
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return { message: path === undefined ? `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}` : `${path}: ${meaning}`, remedy };
}
