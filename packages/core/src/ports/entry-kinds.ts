/** What a campaign writes to the audit trail: the kinds of its entries, and what each says. */

/** Every kind of entry of a campaign, with its meaning. What happens to calls, the journal itself writes. */
export const CAMPAIGN_ENTRIES = {
  'campaign.started': 'the campaign began to dial, with calls of before that it took over',
  'campaign.pause': 'the campaign was paused: no new calls',
  'campaign.resume': 'the campaign goes on dialing',
  'campaign.stop': 'the campaign stops: no new calls, conversations end in their own time',
  'campaign.halt': 'the campaign halted at once, and why',
  'campaign.hang-up': 'a supervisor hung up a call, and why',
  'campaign.configure': 'settings of the campaign were changed while it ran',
  'governor.turned': 'the limit on abandoned calls began or ceased to hold dialing back',
  'schedule.turned': 'the own hours of the campaign began or ended, and until when',
  'agent.logged-in': 'an agent began to work, and where they are reached',
  'agent.logged-out': 'an agent ceased to work, and why',
  'agent.order-refused': 'an order for an agent was not followed, and why',
  'agent.station-refused': 'an agent named a telephone that no agent may have',
  'inbound.refused': 'a call that came in was not answered, and why',
  'conversation.moved': 'a conversation went to another stage, by whom, and how long the last one lasted',
  'conversation.part': "an agent's part in a conversation is over, with its length",
  'conversation.muted': 'an agent was muted, or is heard again',
  'conversation.digits': 'an agent sent keys; the keys are not kept',
  'conversation.monitored': 'a supervisor listened, whispered or joined, and for how long',
  'conversation.outside': 'a number was called for a conversation, answered, got the customer, ended',
  'conversation.flow':
    'an agent gave the customer to a call flow, or the flow is over, and how long it had them',
  'conversation.note': 'what an agent said of a conversation that they handed over',
  'recording.state': 'a recording began, paused, went on or ended',
  'recording.completed': 'the file of a recording is whole',
  'recording.failed': 'a recording failed, and why',
} as const;

/** A kind of entry of a campaign. */
export type CampaignEntryKind = keyof typeof CAMPAIGN_ENTRIES;
