import { execFileSync } from 'node:child_process';

/** Begins a command that has its own mounts, which go with it. A file system of one's own needs rights, or a kernel that lends them. */
export const MOUNTING = ['unshare', '--user', '--map-root-user', '--mount'];

export const canMount = (() => {
  try {
    execFileSync('unshare', [...MOUNTING.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
