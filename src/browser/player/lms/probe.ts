import type { Host } from "./host";

const patience = 2500;

/**
 * Requests a small file of the package once. Many LMSs return "true" for every commit, so a commit is proven only if
 * this request, started right after it, returns the file unchanged: without a network it fails, and after the login
 * has expired a login page is returned. No answer in time counts as a failure.
 */
export function probe(host: Host, done: (reached: boolean) => void): void {
  let isOpen = true;
  const heard = (reached: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    host.clearTimeout(timer);
    done(reached);
  };
  const timer = host.setTimeout(() => heard(false), patience);
  host.reach().then(heard, () => heard(false));
}
