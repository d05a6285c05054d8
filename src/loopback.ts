/** Is it this machine itself? An IPv6 address with its brackets, as in `URL.hostname`, or without. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(hostname);
}
