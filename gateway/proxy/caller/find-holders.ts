/** The two ends of a loopback connection, as the gateway's own socket names them. */
export interface Connection {
  readonly client: End;
  readonly gateway: End;
}

interface End {
  readonly address: string;
  readonly port: number;
}

/**
 * One process that has the client's end open. It is checked again for every request, because a process can change its
 * folder.
 */
export interface Holder {
  readonly pid: string;
  /**
   * @returns the folder it works in, links resolved; undefined when the process is gone or has closed the connection
   */
  folder(): Promise<string | undefined>;
}

/**
 * Finds the processes that have the client's end of a connection open, among those of the same user.
 * @param among looks at these processes only, where that is faster
 */
export type FindHolders = (connection: Connection, among?: readonly string[]) => Promise<readonly Holder[]>;
