/** Headers in French. */
import type { HeaderWords } from './words.js';

export const FRENCH: HeaderWords = {
  timeZone: ['fuseau horaire'],
  postalCode: ['code postal', 'cp'],
  region: ['region', 'canton', 'departement', 'dep region', 'province'],
  city: ['ville', 'commune', 'localite'],
  country: ['pays', 'pays region', 'code pays'],
  lastTransactionAt: [
    'dernier achat',
    'date du dernier achat',
    'dernier paiement',
    'date du dernier paiement',
    'derniere commande',
  ],
  lastInquiryAt: ['derniere demande', 'date de la derniere demande'],
  existingContract: ['contrat en cours', 'contrat'],
  account: ['compte', 'numero de compte', 'numero de dossier', 'dossier', 'numero de contrat', 'reference'],
  seller: ['vendeur', 'creancier', 'marque'],
  ownerAgent: ['conseiller', 'gestionnaire', 'charge de clientele'],
  priority: ['priorite'],
  personKey: ['numero client', 'numero de client', 'id client', 'identifiant client', 'code client'],
  isBusiness: ['entreprise oui non', 'professionnel oui non'],
  skills: ['competences'],
};
