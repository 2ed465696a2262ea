/** The first administrator: a one-time link until somebody has set its password. */
import { createAccount, listAccounts, type Store } from '@outdial/store';
import { issueLink } from '../api/routes/account-routes.js';

const FIRST_ADMIN = { accountId: 'admin', name: 'Administrator', role: 'admin' } as const;
const BY = 'first start';

/** Path of a one-time link for the first administrator; null: an administrator has a password already. */
export async function firstAdminLink(store: Store): Promise<string | null> {
  const admins = (await listAccounts(store)).filter(({ role }) => role === 'admin');
  if (admins.some(({ hasPassword, disabledAt }) => hasPassword && disabledAt === null)) return null;
  const [known] = admins;
  if (known === undefined) await createAccount(store, FIRST_ADMIN, BY);
  const { path } = await issueLink(store, known?.accountId ?? FIRST_ADMIN.accountId, BY);
  return path;
}
