/** GSM-7 holds 160 characters in one part and 153 in each of several; anything else 70 and 67. */
export function segmentsOf(body: string): number {
  const wide = /[^\x20-\x7e\n\r£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]/.test(body);
  const [single, joined] = wide ? [70, 67] : [160, 153];
  return body.length <= single ? 1 : Math.ceil(body.length / joined);
}
