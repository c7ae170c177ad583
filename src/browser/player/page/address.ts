/**
 * Removes a path after the start page, as in `/a/index.html/`: all names of files are relative to the address. Files of
 * the first page that were requested already are requested again.
 */
export function correctAddress(): void {
  const [, start] = /^(.*\/index\.html)\//.exec(location.pathname) ?? [];
  if (start === undefined) return;
  try {
    history.replaceState(null, "", start + location.search + location.hash);
  } catch {
    return; // the frame must not do so: the first page works
  }
  for (const name of ["src", "poster", "srcset"])
    for (const one of document.querySelectorAll(`[${name}]`)) one.setAttribute(name, one.getAttribute(name) ?? "");
  for (const media of document.querySelectorAll<HTMLMediaElement>("video, audio")) media.load();
}
