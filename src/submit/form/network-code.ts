/** A mobile country code. */
export const MCC = /^[0-9]{3}$/;

/** A mobile network code. */
export const MNC = /^[0-9]{2,3}$/;
