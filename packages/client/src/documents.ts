/** The shapes of the API by short names. */
import type { components } from './generated/api.js';

type Schemas = components['schemas'];

/** An account as the screen of users shows it. */
export type Account = Schemas['Account'];
/** An agent on the board. */
export type Agent = Schemas['Agent'];
/** A call on the board. */
export type Call = Schemas['Call'];
/** A campaign with its live figures. */
export type Campaign = Schemas['Campaign'];
/** Another agent of the campaign, to whom a customer can go. */
export type Colleague = Schemas['Colleague'];
/** What an agent's desk shows. Personal data. */
export type Desk = Schemas['Desk'];
/** What concerns the whole floor. */
export type Floor = Schemas['Floor'];
/** Who is logged in. */
export type Session = Schemas['Session'];
