import type { FastifyInstance } from 'fastify';
import type { Operations } from '../operations/operations.ts';
import { type AdminPages, registerAdmin } from './admin/register-admin.tsx';
import type { MakerPages } from './maker/maker-of.ts';
import { registerCampaigns } from './maker/register-campaigns.tsx';
import { registerMaker } from './maker/register-maker.tsx';
import { registerSending } from './maker/register-sending.tsx';
import { type OfficeSettings, openOffice } from './office/office.tsx';
import { registerForgotten } from './office/register-forgotten.tsx';
import { askToSignIn, registerSignIn } from './office/register-sign-in.tsx';
import { registerScanners, type ScannerPages } from './scanners/register-scanners.tsx';
import { registerShopPages, type ShopPages } from './shop/register-shop-pages.tsx';

type Parts = OfficeSettings & ShopPages & MakerPages & AdminPages & ScannerPages;

export interface OfficePages extends Omit<Parts, 'operations'> {
  operations: Operations;
}

/** /shop and /admin: everything behind the sign-in. */
export function registerOffice(app: FastifyInstance, pages: OfficePages): void {
  app.register(async (scope) => {
    const office = await openOffice(scope, pages, askToSignIn);
    registerSignIn(office, pages);
    registerForgotten(office, pages);
    registerShopPages(office, pages);
    registerCampaigns(office, pages);
    registerMaker(office, pages);
    registerSending(office, pages);
    registerScanners(office, pages);
    registerAdmin(office, pages);
    office.leadUp();
  });
}
