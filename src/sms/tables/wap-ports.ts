/** Where pushes go and come from, by what they carry. */
export const WAP_PORTS = {
  /** From the WSP port to the WAP push port (WAP-259). */
  push: { destination: 2948, source: 9200 },
  /** Settings of phones before client provisioning (Kannel). */
  otaSettings: { destination: 49_999, source: 49_154 },
} as const;
