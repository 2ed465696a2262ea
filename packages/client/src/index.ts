/** @outdial/client: a typed client of the server: its API, and its stream of changes. */
export { createApi, isRefusal, type Api, type Refusal as ApiRefusal } from './api.js';
export { findNode, type KnownNode, type NodeSearch } from './find-node.js';
export {
  followStream,
  type StreamConnection,
  type StreamDocuments,
  type StreamListener,
  type StreamOptions,
  type StreamSocket,
} from './stream.js';
export type { components, operations, paths } from './generated/api.js';
export type {
  Account as AccountDocument,
  Agent,
  Call,
  Callback as CallbackDocument,
  Campaign as CampaignDocument,
  CampaignDocument as CampaignOnFile,
  CampaignExamination as ExaminedCampaign,
  CheckedExpressions,
  Colleague,
  Desk,
  DeskDirectory,
  Floor as FloorDocument,
  UnusableCampaigns as UnusableCampaignsDocument,
  FoundLead,
  LeadFile,
  ListFigures as ListFiguresDocument,
  ListImport as ListImportDocument,
  ListPreview,
  ListTaking,
  DeadLetter as DeadLetterDocument,
  Token as TokenDocument,
  Upload,
  Script,
  Session,
  Webhook as WebhookDocument,
} from './documents.js';
