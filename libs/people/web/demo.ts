import { httpResource } from '@angular/common/http';
import { Demo } from '@bota/people/domain';

/** Accounts to try the house with, and whether there is a house at all. */
export const demoResource = () => httpResource(() => '/api/demo', { parse: (answer) => Demo.parse(answer) });
