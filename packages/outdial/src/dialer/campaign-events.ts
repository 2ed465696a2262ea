/** The events of one campaign, out of those of all campaigns of a process. */
import type { CampaignEvent, Engine, EngineListener } from '@outdial/core';

/** Listens to one kind of event of one campaign; returns how to stop listening. */
export function onEvent<Type extends CampaignEvent['type']>(
  engine: Engine,
  campaignId: string,
  type: Type,
  listener: EngineListener<Type>,
): () => void {
  // The engine tells listeners of `type` nothing else; the compiler cannot follow that through a generic.
  const heard = listener as (event: CampaignEvent) => void;
  const ours = (event: CampaignEvent): void => {
    if (event.campaignId === campaignId) heard(event);
  };
  return engine.on(type, ours as EngineListener<Type>);
}

/** Listens to all events of one campaign; returns how to stop listening. */
export function onAnyEvent(
  engine: Engine,
  campaignId: string,
  listener: (event: CampaignEvent) => void,
): () => void {
  return engine.onAny((event) => {
    if (event.campaignId === campaignId) listener(event);
  });
}
