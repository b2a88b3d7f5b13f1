/** Version octet, the character 0, of messages in the form of Smart Messaging 3.0.0. */
export const VERSION = 0x30;
