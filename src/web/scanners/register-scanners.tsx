import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { KeepingOperations } from '../../operations/shops/keeping-operations.ts';
import type { NameFault, TerminalOperations } from '../../operations/terminals/terminal-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf } from '../forms/form.ts';
import type { Office } from '../office/office.tsx';
import type { OfficePictures } from '../office/pictures.ts';
import { paramOf, queryOf, type SignedIn } from '../office/visit.ts';
import { scannerWords } from '../words/scanners/in-language.ts';
import { ScannersPage, type ScannersParts } from './scanners-page.tsx';

export interface ScannerPages {
  operations: TerminalOperations & Pick<KeepingOperations, 'ownShops'>;
  pictures: OfficePictures | null;
  publicUrl: string;
}

const base = '/shop/:shopId/scanners';

/** Where an owner adds the shop's scanners, and switches them off. */
export function registerScanners(office: Office, { operations, pictures, publicUrl }: ScannerPages): void {
  const address = `${publicUrl}/terminal`;

  const show = async (
    visit: SignedIn,
    status: number,
    said: Partial<Pick<ScannersParts, 'disabled' | 'name' | 'marks' | 'alarm'>> & { addedId?: string },
  ): Promise<FastifyReply> => {
    const by = visit.account.id;
    const shopId = paramOf(visit, 'shopId');
    const [shops, terminals] = await Promise.all([operations.ownShops(by), operations.terminalsOf({ by, shopId })]);
    const shop = shops.find(({ id }) => id === shopId);
    if (!shop || !terminals) return visit.notFound();
    const { addedId, ...rest } = said;
    const terminal = terminals.find(({ id, key }) => id === addedId && key !== null);
    const qr = terminal && pictures ? await pictures.qr(`${address}#${terminal.key}`) : null;
    const parts = {
      ...{ shop, terminals, added: terminal ? { terminal, address, qr } : null },
      ...{ disabled: false, once: randomUUID(), name: '', marks: {}, alarm: null, ...rest },
    };
    return visit.page(status, { title: scannerWords(visit.language).title }, <ScannersPage {...parts} />);
  };

  office.signedIn('GET', base, (visit) =>
    show(visit, 200, { addedId: queryOf(visit, 'added'), disabled: queryOf(visit, 'done') === 'disabled' }),
  );

  office.signedIn('POST', base, async (visit) => {
    const { account, form, language } = visit;
    const shopId = paramOf(visit, 'shopId');
    const name = fieldOf(form, 'name');
    const outcome = await operations.addTerminal({ by: account.id, shopId, name, once: fieldOf(form, 'once') });
    switch (outcome.kind) {
      case 'added':
        return visit.goTo(`/shop/${shopId}/scanners?added=${outcome.terminalId}`);
      case 'fault':
        return show(visit, 422, { name, marks: { name: markOf(outcome.fault, language) } });
      case 'too-many':
        return show(visit, 422, { name, alarm: scannerWords(language).tooMany(outcome.most) });
      case 'unknown-shop':
        return visit.notFound();
    }
  });

  office.signedIn('POST', `${base}/:terminalId/disable`, async (visit) => {
    const shopId = paramOf(visit, 'shopId');
    const ask = { by: visit.account.id, shopId, terminalId: paramOf(visit, 'terminalId') };
    // Whoever comes second wanted the same, and finds it done.
    await operations.disableTerminal(ask);
    return visit.goTo(`/shop/${shopId}/scanners?done=disabled`);
  });
}

function markOf(fault: NameFault, language: WrittenLanguage): Marks[string] {
  const say = scannerWords(language).faults[fault.kind] as (fault: NameFault) => string;
  return say(fault);
}
