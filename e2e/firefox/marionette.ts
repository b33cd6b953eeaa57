import { connect, type Socket } from 'node:net';

/**
 * Drives a Firefox over its own remote protocol, Marionette: messages of JSON, each with its length in front,
 * `[0, id, command, parameters]` there and `[1, id, error, result]` back. Commands are those of WebDriver.
 * Playwright's Firefox is a build of its own, which loads no add-on.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has closed.'));
    });
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('error', reject);
    });
    const marionette = new Marionette(socket);
    // The capabilities themselves, as geckodriver hands them on, and not what WebDriver wraps around them.
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    return marionette;
  }

  /** @throws with Firefox's words where the command fails */
  send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    this.#lastId += 1;
    const message = Buffer.from(JSON.stringify([0, this.#lastId, command, parameters]));
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(this.#lastId, { resolve, reject });
    });
    this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    return answer;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const length = Number(this.#received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 1 || this.#received.length < colon + 1 + length) return;
      this.#answer(JSON.parse(this.#received.subarray(colon + 1, colon + 1 + length).toString()));
      this.#received = this.#received.subarray(colon + 1 + length);
    }
  }

  /** Firefox greets with an object, which answers nothing. */
  #answer(message: unknown): void {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
