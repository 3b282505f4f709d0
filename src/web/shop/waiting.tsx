import type { VNode } from 'preact';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { useAround } from '../office/frame.tsx';
import { officeWords } from '../words/office/in-language.ts';

/** A shop that the operator has not approved, or that was declined, and why. */
export function Waiting({ shop }: { shop: OwnedShop }): VNode {
  const { shop: words } = officeWords(useAround().language);
  const { title, text } = shop.declined ? words.declined : words.waiting;
  return (
    <div class={shop.declined ? 'sheet alarm' : 'sheet notice'} role="status">
      <h2>{title}</h2>
      {shop.declined && shop.declinedFor && (
        <p dir="auto" class="kept">
          {words.declinedFor(shop.declinedFor)}
        </p>
      )}
      <p>{text}</p>
    </div>
  );
}

const bothNames = ({ name, nameEn }: ShopNames): string => (nameEn === name ? name : `${name} (${nameEn})`);

/** New names of an approved shop. */
export function AskedName({ asked }: { asked: ShopNames }): VNode {
  const { shop: words } = officeWords(useAround().language);
  return (
    <div class="sheet notice" role="status">
      <h2>{words.asked.title}</h2>
      <p dir="auto">{words.asked.text(bothNames(asked))}</p>
    </div>
  );
}

/** New names that the operator declined, and why. */
export function DeclinedName({ declined }: { declined: NonNullable<OwnedShop['declinedNames']> }): VNode {
  const { shop: words } = officeWords(useAround().language);
  return (
    <div class="sheet alarm" role="status">
      <h2>{words.declinedName.title}</h2>
      <p dir="auto">{words.declinedName.text(bothNames(declined))}</p>
      {declined.reason && (
        <p dir="auto" class="kept">
          {words.declinedFor(declined.reason)}
        </p>
      )}
    </div>
  );
}
