import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A connection that can be cut: service workers do not notice that a browser is told to be offline. */
export type Wire = { url: string; cut(): void; mend(): Promise<void> };

/** A way to the portal at a port of its own. */
export async function aWire(portal: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(portal);
  const make = () =>
    createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        sockets.add(socket);
        // What is cut ends in errors on both sides.
        socket
          .on("error", () => undefined)
          .on("close", () => {
            sockets.delete(socket);
            near.destroy();
            far.destroy();
          });
      }
      near.pipe(far).pipe(near);
    });
  let server = make();
  const listen = (at: number) => new Promise<void>((resolve) => void server.listen(at, "localhost", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${own}`,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    async mend() {
      server = make();
      await listen(own);
    },
  };
}
