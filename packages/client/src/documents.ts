/** The shapes of the API by short names. */
import type { components } from './generated/api.js';

type Schemas = components['schemas'];

/** An account as the screen of users shows it. */
export type Account = Schemas['Account'];
/** An agent on the board. */
export type Agent = Schemas['Agent'];
/** A call on the board. */
export type Call = Schemas['Call'];
/** A callback that was promised. Personal data. */
export type Callback = Schemas['Callback'];
/** A campaign with its live figures. */
export type Campaign = Schemas['Campaign'];
/** A campaign as a document, and where it stands. */
export type CampaignDocument = Schemas['CampaignDocument'];
/** The text of a campaign as it was examined. */
export type CampaignExamination = Schemas['CampaignExamination'];
/** A filter and a score as they were read, with the leads that the filter takes. */
export type CheckedExpressions = Schemas['CheckedExpressions'];
/** Another agent of the campaign, to whom a customer can go. */
export type Colleague = Schemas['Colleague'];
/** Telephone numbers that the desk may call for a customer. */
export type DeskDirectory = Schemas['DeskDirectory'];
/** What an agent's desk shows. Personal data. */
export type Desk = Schemas['Desk'];
/** What concerns the whole floor. */
export type Floor = Schemas['Floor'];
/** Campaigns and files of the server that cannot be used. */
export type UnusableCampaigns = Schemas['UnusableCampaigns'];
/** A lead that was found. Personal data. */
export type FoundLead = Schemas['FoundLead'];
/** A lead with everything that is known of it. Personal data. */
export type LeadFile = Schemas['LeadFile'];
/** A list with the state of its leads. */
export type ListFigures = Schemas['ListFigures'];
/** An upload that the store has. */
export type ListImport = Schemas['ListImport'];
/** How an uploaded file is understood. Its samples are personal data. */
export type ListPreview = Schemas['ListPreview'];
/** How an uploaded file is read and taken into a list. */
export type ListTaking = Schemas['ListTaking'];
/** An uploaded file with the last work on it. */
export type Upload = Schemas['Upload'];
/** A token of a program, without its secret. */
export type Token = Schemas['Token'];
/** A webhook and how it stands, without its secret. */
export type Webhook = Schemas['Webhook'];
/** An event that a webhook refused for good. */
export type DeadLetter = Schemas['DeadLetter'];
/** What the agent says, page by page. */
export type Script = Schemas['Script'];
/** Who is logged in. */
export type Session = Schemas['Session'];
