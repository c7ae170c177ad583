import { execFile } from "node:child_process";
import { promisify } from "node:util";

const most = 64 * 1024 * 1024;

/** Runs a command of the caller in a shell, with more environment variables, and returns its output. */
export async function shell(command: string, variables: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)("/bin/sh", ["-c", command], {
    env: { ...process.env, ...variables },
    maxBuffer: most,
  });
  return stdout.trim();
}
