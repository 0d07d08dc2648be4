/** The two ends of a loopback connection, as the gateway's own socket names them. */
export interface Connection {
  readonly client: End;
  readonly gateway: End;
}

interface End {
  readonly address: string;
  readonly port: number;
}

/** One process that holds the client's end. Asked anew for every request: a process can change its folder. */
export interface Holder {
  /** @returns the folder it works in, links resolved; undefined when it no longer holds the connection or is gone */
  folder(): Promise<string | undefined>;
}

/** Finds who holds the client's end of a connection, among the processes of the same user. */
export type FindHolders = (connection: Connection) => Promise<readonly Holder[]>;
