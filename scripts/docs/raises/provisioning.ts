import type { Raise, Raises } from './raise.ts';

const settings = (value: object, options = ''): Raise => ({
  run: `mms settings --input settings.json${options}`,
  files: { 'settings.json': `${JSON.stringify(value)}\n` },
});
const document = (xml: string): Raise => ({
  run: 'mms push --provisioning settings.xml',
  files: { 'settings.xml': `${xml}\n` },
});

/** Settings over the air, each with one fault. */
export const PROVISIONING_RAISES = {
  'provisioning/document-type': document('<si/>'),
  'provisioning/value': settings({ name: 'Example', accessPoint: { apn: '' } }),
  'provisioning/imsi': { run: 'mms settings --network 234-10 --sec netwpin --imsi 1' },
  'provisioning/pin': {
    run: 'MMS_PROVISIONING_PIN=12a4 mms settings --network 234-10 --sec userpin',
  },
  'provisioning/pin-in-document': (({ run, files }) => ({
    run: `MMS_PROVISIONING_PIN=4711 ${run}`,
    ...(files === undefined ? {} : { files }),
  }))(settings({ name: 'Example, PIN 4711', accessPoint: { apn: 'mms.example.com' } }, ' --sec userpin')),
  'provisioning/not-in-dtd': document(
    '<wap-provisioningdoc version="1.0"><parameter/></wap-provisioningdoc>',
  ),
  'provisioning/dangling-reference': document(`<wap-provisioningdoc version="1.0">
  <characteristic type="PXLOGICAL">
    <parm name="PROXY-ID" value="mmsproxy"/>
    <characteristic type="PXPHYSICAL">
      <parm name="PHYSICAL-PROXY-ID" value="mmsproxy"/>
      <parm name="PXADDR" value="10.1.2.3"/>
      <parm name="TO-NAPID" value="internet"/>
    </characteristic>
  </characteristic>
</wap-provisioningdoc>`),
} satisfies Raises;
