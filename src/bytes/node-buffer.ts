/** The class of Node's octets, and what it makes. */
export type NodeBuffer = typeof Buffer;
export type NodeOctets = Buffer;

/** What Node has for octets; browsers have none, so whoever uses it has a way of their own that gives the same. */
export const NODE_BUFFER: NodeBuffer | undefined = globalThis.Buffer;
