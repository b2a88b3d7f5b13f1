/** The fields of the TPDUs in the specification (3GPP TS 23.040 9.2.2), by our key. */
export const TPDU_FIELDS = {
  firstOctet: { name: 'First octet', clause: '23.040 9.2.2' },
  messageReference: { name: 'TP-MR', clause: '23.040 9.2.3.6' },
  from: { name: 'TP-OA', clause: '23.040 9.2.3.7' },
  to: { name: 'TP-DA', clause: '23.040 9.2.3.8' },
  protocolIdentifier: { name: 'TP-PID', clause: '23.040 9.2.3.9' },
  dataCodingScheme: { name: 'TP-DCS', clause: '23.040 9.2.3.10' },
  serviceCentreTimestamp: { name: 'TP-SCTS', clause: '23.040 9.2.3.11' },
  validityPeriod: { name: 'TP-VP', clause: '23.040 9.2.3.12' },
  userDataLength: { name: 'TP-UDL', clause: '23.040 9.2.3.16' },
  userData: { name: 'TP-UD', clause: '23.040 9.2.3.24' },
  userDataHeader: { name: 'User data header', clause: '23.040 9.2.3.24' },
  informationElements: { name: 'Information elements', clause: '23.040 9.2.3.24' },
  text: { name: 'Text', clause: '23.038 6' },
  data: { name: 'Data', clause: '23.040 9.2.3.24' },
} as const;
