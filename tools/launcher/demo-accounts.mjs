// Who one can sign in as, in the language of the terminal.

/** Lines to print after the address; none when the demonstration is off. */
export async function demoAccounts(url) {
  const response = await fetch(`${url}/api/demo`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  const demo = response?.ok ? await response.json() : { enabled: false };
  if (!demo.enabled || !demo.accounts?.length) return [];
  const rows = demo.accounts.map(({ email, label, organisation }) => [
    email,
    [textIn(label), textIn(organisation)].filter(Boolean).join(', '),
  ]);
  const width = Math.max(...rows.map(([email]) => email.length));
  return ['', `Demo accounts (password for all: ${demo.password})`, ...rows.map(([email, who]) => `  ${email.padEnd(width)}  ${who}`)];
}

function textIn(label) {
  if (!label || typeof label === 'string') return label;
  const language = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').slice(0, 2);
  return label[language] ?? label.en ?? label.fr ?? label.nl;
}
