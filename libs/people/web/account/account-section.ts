import { InjectionToken, type Type } from '@angular/core';

/** What another domain adds to the page of one's account, loaded with it; nothing unless somebody does. */
export const ACCOUNT_SECTION = new InjectionToken<(() => Promise<Type<unknown>>) | null>('account section', { factory: () => null });
