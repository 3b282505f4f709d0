import type { VNode } from 'preact';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { ApprovalOperations } from '../../operations/shops/approval-operations.ts';
import { Form, useAround } from '../office/frame.tsx';
import { adminWords } from '../words/admin/in-language.ts';
import { officeWords } from '../words/office/in-language.ts';
import { Decline, type Declining } from './decline.tsx';
import { Namesakes } from './namesakes.tsx';

interface AskedNameParts {
  shop: Awaited<ReturnType<ApprovalOperations['namesToApprove']>>[number];
  listed: Parameters<typeof Namesakes>[0]['listed'];
  declining: Declining;
}

const both = ({ name, nameEn }: ShopNames): string => (nameEn === name ? name : `${name} · ${nameEn}`);

/** What an approved shop would like to be called. The forms carry what was seen: nothing else is approved by them. */
export function AskedName({ shop, listed, declining }: AskedNameParts): VNode {
  const { language } = useAround();
  const words = adminWords(language);
  const { asked, owner } = shop;
  const seen = (
    <>
      <input type="hidden" name="name" value={asked.name} />
      <input type="hidden" name="nameEn" value={asked.nameEn} />
    </>
  );
  return (
    <article class="sheet">
      <h3 dir="auto">{both(asked)}</h3>
      <p class="soft">{officeWords(language).shop.code(shop.code)}</p>
      <Namesakes shopId={shop.id} names={asked} listed={listed} />
      <dl>
        <div>
          <dt>{words.nowCalled}</dt>
          <dd dir="auto">{both(shop)}</dd>
        </div>
        <div>
          <dt>{words.owner}</dt>
          <dd dir="auto">{owner ? `${owner.name} (${owner.email})` : words.none}</dd>
        </div>
      </dl>
      <Form action={`/admin/shops/${shop.id}/name/approve`}>
        {seen}
        <button class="button" type="submit">
          {words.approve}
        </button>
      </Form>
      <Decline shopId={shop.id} action={`/admin/shops/${shop.id}/name/decline`} declining={declining}>
        {seen}
      </Decline>
    </article>
  );
}
