/** The commands by which a modem sends an MMS; each makes of SMS the same. */
export const MODEM_DIALECTS = {
  sim800: 'SIMCom SIM800 and SIM900',
  sim7600: 'SIMCom SIM5xxx and SIM7xxx',
  quectel: 'Quectel UC15 and EC2x',
} as const;

/** A key of {@link MODEM_DIALECTS}. */
export type ModemDialect = keyof typeof MODEM_DIALECTS;

function isDialect(value: string): value is ModemDialect {
  return Object.hasOwn(MODEM_DIALECTS, value);
}

/** The keys of {@link MODEM_DIALECTS}. */
export const MODEM_DIALECT_NAMES: readonly ModemDialect[] = Object.keys(MODEM_DIALECTS).filter(isDialect);
