// Stands for a launcher that can be killed: starts a cluster, tells where, and stays. Ends properly when its input closes.
import { startPostgres } from './embedded.mjs';

try {
  const { url, port, dataDir, pid, stop } = await startPostgres(JSON.parse(process.argv[2]));
  console.log(JSON.stringify({ url, port, dataDir, pid }));
  process.stdin.resume().once('end', () => stop().then(() => process.exit(0)));
} catch (error) {
  console.log(JSON.stringify({ refusal: error.message }));
}
