import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { ChatUserFacts, CustomerOperations } from './customer-operations.ts';
import { nameFrom, toCustomerFacts } from './customer-row.ts';

/** Asked with every update: somebody known, who is called what they were called, costs one read and no write. */
export const meetChatUser =
  (deps: Deps): CustomerOperations['meetChatUser'] =>
  async ({ id, name: told, locale }) => {
    const known = await find(deps, id);
    const isSame = (called: string) => known?.name === called && known.blockedAt === null;
    // Most names are kept as they are told: what it takes to clean one is not spent on every update.
    if (known && isSame(told)) return toFacts(known);
    const name = nameFrom(told);
    if (known && isSame(name)) return toFacts(known);
    await deps.store.transaction(async (tx) => {
      await tx.execute(sql`
        INSERT INTO "ChatUser" ("id", "name", "locale", "createdAt") VALUES (${id}, ${name}, ${locale}, ${deps.now()})
        ON CONFLICT DO NOTHING`);
      await tx.chatUser.updateMany({ where: { id }, data: { name, blockedAt: null } });
    });
    const met = await find(deps, id);
    if (!met) throw new Error('a chat user was written and is not there');
    return toFacts(met);
  };

const find = ({ store }: Deps, id: string) =>
  store.read.chatUser.findUnique({ where: { id }, include: { customer: true } });

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

const toFacts = ({ id, name, locale, talk, customer }: Found): ChatUserFacts => ({
  id,
  name,
  locale,
  talk,
  customer: customer && toCustomerFacts(customer),
});
