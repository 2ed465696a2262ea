// Real calls: the campaign of campaign.yaml on your Asterisk. The environment variables OUTDIAL_ARI_USERNAME
// and OUTDIAL_ARI_PASSWORD hold the credentials. Run:
// npx outdial import --campaign examples/05-asterisk/campaign.yaml
// node examples/05-asterisk/main.mjs [campaign file]
import { createDialer } from 'outdial';

export async function main(options = {}, print = console.log) {
  const campaign = options.campaign ?? new URL('campaign.yaml', import.meta.url).pathname;
  const dialer = await createDialer({
    onFault: ({ where, detail }) => print(`${where}: ${detail}`),
    ...options,
    campaign,
  });
  dialer.on('call.connected', ({ agentId, waited }) =>
    print(`${agentId} connected ${waited} ms after the answer`),
  );
  dialer.on('attempt.closed', ({ attemptId, result }) => print(`${attemptId}: ${result.outcome}`));
  dialer.on('leads.dry', () => dialer.stop());
  await dialer.start();
  // Only the stations that the campaign file names are rung.
  const loggedIn = await dialer.logIn({ agentId: 'ana' });
  if (!loggedIn.accepted) throw new Error(loggedIn.reason);
  await dialer.ready('ana');
  process.once('SIGINT', () => dialer.stop());
  const { state, statistics } = await dialer.run();
  print(state, statistics.outcomes);
  await dialer.close();
  return statistics;
}

if (process.argv[1] === import.meta.filename) await main({ campaign: process.argv[2] });
