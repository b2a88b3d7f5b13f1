/** What Node has for octets; browsers have none, so whoever uses it has a way of their own that gives the same. */
export const NODE_BUFFER: typeof Buffer | undefined = globalThis.Buffer;
