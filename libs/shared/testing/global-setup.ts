import { buildApiIfStale } from './built-api';
import { openCluster } from './cluster';

export default async function globalSetup(): Promise<void> {
  await Promise.all([openCluster(), buildApiIfStale()]);
}
