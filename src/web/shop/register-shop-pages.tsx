import type { FastifyReply } from 'fastify';
import type { AccountOperations } from '../../operations/accounts/account-operations.ts';
import type { CampaignOperations } from '../../operations/campaigns/campaign-operations.ts';
import type { CouponOperations } from '../../operations/coupons/coupon-operations.ts';
import type { EntryFault, KeepingOperations, OwnedShop } from '../../operations/shops/keeping-operations.ts';
import { shopNameIn } from '../../wording/written/language.ts';
import { fieldOf } from '../forms/form.ts';
import { homeOf } from '../office/frame.tsx';
import type { Office } from '../office/office.tsx';
import type { OfficePictures } from '../office/pictures.ts';
import { paramOf, queryOf, type SignedIn, type Visit } from '../office/visit.ts';
import { markEntry, newEntryForm, readEntry, toForm } from './entry-form.ts';
import { RegisterPage, ShopFormPage } from './entry-pages.tsx';
import { ShopPage, ShopsPage, shopDone } from './shop-page.tsx';

export interface ShopPages {
  operations: Pick<AccountOperations, 'registerOwner' | 'chatLink'> &
    Pick<KeepingOperations, 'ownShops' | 'addShop' | 'changeShop'> &
    Pick<CampaignOperations, 'campaignsOf'> &
    Pick<CouponOperations, 'demandOf' | 'demandByDay'>;
  pictures: OfficePictures | null;
  /** The address that opens the bot with this word; null while there is none. */
  chatUrl: (start: string) => string | null;
  /** Whose mobile numbers are typed without a country. */
  homeCountry: string;
}

/** RC-01, RC-03, RC-07. What an owner sees and says of a shop. */
export function registerShopPages(office: Office, pages: ShopPages): void {
  const { operations, pictures, chatUrl, homeCountry } = pages;

  const registerPage = (visit: Visit, status: number, faults: readonly EntryFault[]): FastifyReply => {
    const form = status === 200 ? newEntryForm : visit.form;
    const marks = markEntry(faults, visit.words);
    return visit.page(status, { title: visit.words.entry.registerTitle }, <RegisterPage form={form} marks={marks} />);
  };
  const home = (visit: SignedIn) => visit.goTo(homeOf(visit.account));
  office.open('GET', '/shop/register', (visit) => registerPage(visit, 200, []), home);
  office.open(
    'POST',
    '/shop/register',
    async (visit) => {
      const { form, language, request, reply } = visit;
      const outcome = await operations.registerOwner({
        name: fieldOf(form, 'ownerName'),
        email: fieldOf(form, 'ownerEmail'),
        password: fieldOf(form, 'password'),
        locale: language,
        shop: readEntry(form),
        from: request.ip,
        devices: office.devicesOf(request),
      });
      if (outcome.kind === 'faults') return registerPage(visit, 422, outcome.faults);
      if (outcome.kind === 'closed') return visit.notice(429, 'tooMany');
      office.keepSignedIn(reply, outcome);
      const [shop] = await operations.ownShops(outcome.account.id);
      return visit.goTo(shop ? `/shop/${shop.id}?done=registered` : '/shop');
    },
    home,
  );

  office.signedIn('GET', '/shop', async (visit) => {
    if (visit.account.role === 'operator') return visit.goTo('/admin');
    const shops = await operations.ownShops(visit.account.id);
    const [only] = shops;
    const renewed = queryOf(visit, 'done') === 'password';
    if (only && shops.length === 1) return visit.goTo(`/shop/${only.id}${renewed ? '?done=password' : ''}`);
    return visit.page(200, { title: visit.words.shop.shopsTitle }, <ShopsPage shops={shops} renewed={renewed} />);
  });

  office.signedIn('GET', '/shop/new', (visit) => shopForm(visit, 200, null, newEntryForm, []));
  office.signedIn('POST', '/shop/new', async (visit) => {
    const outcome = await operations.addShop(visit.account.id, readEntry(visit.form));
    if (outcome.kind === 'faults') return shopForm(visit, 422, null, visit.form, outcome.faults);
    return visit.goTo(`/shop/${outcome.shopId}?done=added`);
  });

  const ownShop = async (visit: SignedIn): Promise<OwnedShop | null> => {
    const shops = await operations.ownShops(visit.account.id);
    return shops.find(({ id }) => id === paramOf(visit, 'shopId')) ?? null;
  };

  office.signedIn('GET', '/shop/:shopId', async (visit) => {
    const shop = await ownShop(visit);
    if (!shop) return visit.notFound();
    const [demand, days, campaigns] = await Promise.all([
      operations.demandOf(shop.id),
      operations.demandByDay(shop.id),
      operations.campaignsOf({ by: visit.account.id, shopId: shop.id }),
    ]);
    const plot = pictures && (await pictures.demandPlot({ shop, demand, days }, visit.language));
    const said = queryOf(visit, 'done');
    const done = shopDone.find((one) => one === said) ?? null;
    const parts = { shop, demand, days, campaigns, plot, chat: chatUrl('') !== null, done };
    return visit.page(200, { title: shopNameIn(visit.language, shop), wide: true }, <ShopPage {...parts} />);
  });

  office.signedIn('GET', '/shop/:shopId/edit', async (visit) => {
    const shop = await ownShop(visit);
    return shop ? shopForm(visit, 200, shop, toForm({ ...shop, ...shop.asked }, homeCountry), []) : visit.notFound();
  });
  office.signedIn('POST', '/shop/:shopId/edit', async (visit) => {
    const shop = await ownShop(visit);
    if (!shop) return visit.notFound();
    const outcome = await operations.changeShop(visit.account.id, shop.id, readEntry(visit.form));
    if (outcome.kind === 'unknown-shop') return visit.notFound();
    if (outcome.kind === 'faults') return shopForm(visit, 422, shop, visit.form, outcome.faults);
    return visit.goTo(`/shop/${shop.id}?done=saved`);
  });

  office.signedIn('GET', '/shop/:shopId/chat', async (visit) => {
    const shop = await ownShop(visit);
    if (!shop) return visit.notFound();
    const address = chatUrl(await operations.chatLink(visit.account.id));
    return address === null ? visit.notFound() : visit.goTo(address);
  });
}

function shopForm(
  visit: SignedIn,
  status: number,
  shop: OwnedShop | null,
  form: Visit['form'],
  faults: readonly EntryFault[],
): FastifyReply {
  const { words, language } = visit;
  const { entry } = words;
  const parts = shop
    ? {
        title: entry.editTitle(shopNameIn(language, shop)),
        action: `/shop/${shop.id}/edit`,
        submit: entry.save,
        back: `/shop/${shop.id}`,
        known: shop.approved,
      }
    : { title: entry.addTitle, action: '/shop/new', submit: entry.add, back: '/shop', known: false };
  const marks = markEntry(faults, words);
  return visit.page(status, { title: parts.title }, <ShopFormPage {...parts} form={form} marks={marks} />);
}
