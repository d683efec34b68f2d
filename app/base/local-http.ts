/** HTTP for programs of this machine: on its loopback address, or on a socket in the file system. */
export interface LocalHttp {
  /** Throws what the system says where it cannot. */
  serve(at: LocalAddress, answer: (request: LocalRequest) => Promise<LocalReply>): Promise<LocalServer>
}

export type LocalAddress =
  /** On 127.0.0.1, for requests that name a loopback address; 0 means any port. */
  | { readonly port: number }
  /** For whoever has its folder in front of them; the folder around that is made with 0700. */
  | { readonly socket: string }

export interface LocalRequest {
  readonly method: string
  /** Without its query. */
  readonly path: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface LocalReply {
  readonly status: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface LocalServer {
  /** 0 for a socket. */
  readonly port: number
  close(): Promise<void>
}
