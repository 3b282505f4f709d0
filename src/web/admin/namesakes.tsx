import type { VNode } from 'preact';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import { namesakesOf } from '../../core/shops/same-name.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';

interface NamesakesParts {
  shopId: string;
  names: ShopNames;
  listed: Awaited<ReturnType<ApprovalOperations['listedShops']>>;
}

/** RC-03. The shops that customers already know by the name that waits. */
export function Namesakes({ shopId, names, listed }: NamesakesParts): VNode | null {
  const { language } = useAround();
  const found = namesakesOf({ id: shopId, names }, listed);
  if (found.length === 0) return null;
  const shops = found.map((shop) => `${shop.code} ${shopNameIn(language, shop)}`).join(', ');
  return (
    <p class="fault" dir="auto">
      {adminWords(language).sameName(shops)}
    </p>
  );
}
