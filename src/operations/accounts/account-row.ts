import type { AccountFacts } from './account-operations.ts';

interface AccountRow {
  id: string;
  email: string;
  name: string;
  role: string;
  locale: string;
}

export const toAccountFacts = ({ id, email, name, role, locale }: AccountRow): AccountFacts => ({
  id,
  email,
  name,
  role: role === 'operator' ? 'operator' : 'shop-owner',
  locale,
});

/**
 * Accounts of the published demo data, whose passwords everybody knows. Nobody else can have such an address: the domain
 * is set apart (RFC 2606).
 */
export const isDemoAccount = ({ email }: { email: string }): boolean => email.endsWith('.example');
