import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".mp4": "video/mp4",
  ".mp3": "audio/mpeg",
};

/** A request with its body. */
export interface Asked {
  readonly url: URL;
  readonly cookie: string;
  readonly body: string;
}

export interface Answer {
  readonly body: string | Uint8Array;
  /** By default, the type of the path's ending. */
  readonly type?: string;
  /** 200 by default. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves on a free port of the loopback. No answer is 404. */
export async function serve(answer: (asked: Asked) => Promise<Answer | null>): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const found = await answer({ url, cookie: request.headers.cookie ?? "", body: await bodyOf(request) });
      response.writeHead(found ? (found.status ?? 200) : 404, {
        "Content-Type": found?.type ?? types[path.extname(url.pathname)] ?? "text/plain; charset=utf-8",
        "Cache-Control": "no-store",
        ...found?.headers,
      });
      response.end(found?.body ?? "");
    })();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
