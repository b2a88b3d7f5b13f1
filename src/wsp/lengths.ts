/** Before a length as a uintvar (WAP-230 8.4.2.2). */
export const LENGTH_QUOTE = 0x1f;

/** The longest Short-length (WAP-230 8.4.2.2). */
export const MAX_SHORT_LENGTH = 30;

/** The most octets of a uintvar (WAP-230 8.1.2). */
export const MAX_UINTVAR_OCTETS = 5;

/** The largest uintvar (WAP-230 8.1.2). */
export const MAX_UINTVAR = 0xffff_ffff;
