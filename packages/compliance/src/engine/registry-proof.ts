/**
 * What shows that a campaign's numbers were compared with the do-not-call registries of the places it
 * calls. No proof of it is no better than an old copy.
 */
import type { CampaignFacts, RegistryProof } from '../contract.js';
import type { ReviewItem } from '../review/review-item.js';
import type { Packs, Registry } from './pack.js';

/** An item of the review under the policy. */
type Item = ReviewItem & { readonly rule: string };

/**
 * Asks sales campaigns for a proof for each registry of their countries. A country's registry without one
 * keeps the campaign from starting, and so does an incomplete proof. States' registries without any proof
 * are a notice: the campaign does not say which states it calls.
 */
export function reviewRegistryProof(
  packs: Packs,
  countries: readonly string[],
  campaign: CampaignFacts,
): readonly Item[] {
  if (campaign.purpose !== 'telemarketing' || campaign.taxExempt === true) return [];
  return countries.flatMap((country) => {
    const registries = packs.get(country)?.registries ?? [];
    const items = registries.flatMap((registry) => itemsFor(registry, campaign));
    const unproven = registries.filter(
      ({ of, id }) => of === 'state' && proofsFor(id, campaign).length === 0,
    );
    return unproven.length === 0 ? items : [...items, statesItem(unproven)];
  });
}

function proofsFor(registry: string, { registryProof }: CampaignFacts): readonly RegistryProof[] {
  return registryProof?.filter((proof) => proof.registry === registry) ?? [];
}

function itemsFor({ id, name, of }: Registry, campaign: CampaignFacts): readonly Item[] {
  const proofs = proofsFor(id, campaign);
  if (proofs.length === 0) {
    // The date of a copy tells that there is one of the country's registry.
    if (of === 'state' || campaign.doNotCallVersionAt !== undefined) return [];
    return [
      refused(
        `Nothing shows that the numbers were compared with the ${name}.`,
        `Give a list of it with its date, or campaign.registryProof for ${id}: who compared the ` +
          `numbers, under ` +
          'which subscription, with the copy of which date.',
      ),
    ];
  }
  return proofs.some((proof) => isComplete(proof, id, campaign))
    ? []
    : [
        refused(
          `The proof that the numbers were compared with the ${name} is incomplete.`,
          'Name a list that has a date, or who compared the numbers, the subscription, and the date ' +
            'of the copy.',
        ),
      ];
}

/** A list needs the date of its copy; a state's list has one of its own. */
function isComplete(
  { list, scrubbedElsewhere }: RegistryProof,
  id: string,
  campaign: CampaignFacts,
): boolean {
  if (scrubbedElsewhere)
    return scrubbedElsewhere.by.trim() !== '' && scrubbedElsewhere.subscription.trim() !== '';
  const hasDate = campaign.doNotCallVersionAt !== undefined || id.includes('-');
  return list !== undefined && list !== '' && hasDate;
}

function refused(message: string, remedy: string): Item {
  return { rule: 'policy.registry_proof', topic: 'registry', severity: 'refuses', message, remedy };
}

function statesItem(registries: readonly Registry[]): Item {
  return {
    rule: 'policy.registry_proof',
    topic: 'registry',
    severity: 'notice',
    message:
      'These states keep do-not-call registries of their own, and nothing shows that the numbers ' +
      'were compared ' +
      `with them: ${registries.map(({ id }) => id).join(', ')}.`,
    remedy: 'Add their lists or campaign.registryProof, or leave these states out.',
  };
}
