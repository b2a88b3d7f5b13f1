/**
 * Peers that no registry of npm has, so that they cannot take turns with ours. Measured on one core of an Intel Xeon of
 * 2.8 GHz beside Node 20, best of rounds; on another machine compare the ratios.
 */
export const OUTSIDE_PEERS = `
peers in C and Java, measured beside ours on another day, µs a call
  best C codec        encode a m-send-req of 95 kB       3.8     decode it  1.24
  AOSP PduComposer    encode a m-notifyresp-ind          0.13
`;
