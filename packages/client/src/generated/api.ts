/** The types of the API. Generated from the server: npm run generate -w packages/client. */
export interface paths {
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every account.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['accounts.list'];
    put?: never;
    /**
     * Makes an account; a one-time link lets its person set a password.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['accounts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes name or role of an account, disables it or enables it again; its sessions end.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    patch: operations['accounts.change'];
    trace?: never;
  };
  '/api/v1/accounts/{accountId}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issues a one-time link by which the person sets a password; earlier links no longer work.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['accounts.link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends an agent's call; they say what it was.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['agents.hang-up'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/log-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Logs an agent out after their present call.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['agents.log-out'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/monitor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Calls the supervisor's telephone: they listen to an agent, whisper, or join (`barge`), in this conversation and those that follow.
     * @description Roles: supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['agents.monitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Moves an agent to another campaign after their present call; there they are paused.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['agents.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pauses an agent after their present call.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['agents.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends an agent's pause, or their wrap-up: calls reach them again.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['agents.ready'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/take-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The supervisor, whose telephone is up, has the agent's customer from now on.
     * @description Roles: supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['agents.take-over'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Checks every chain of the audit trail and the rows that it states. It reads the whole trail.
     * @description Roles: compliance, admin. Scope of programs: compliance:read.
     */
    post: operations['audit.verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/callbacks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Callbacks in the order in which they are due, 500 at once; an agent sees their own.
     * @description Roles: agent, supervisor, manager, admin. Scope of programs: callbacks:read.
     */
    get: operations['callbacks.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/callbacks/{leadId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancels a callback: the person is called as everybody else of the list.
     * @description Roles: supervisor, manager, admin. Scope of programs: callbacks:write.
     */
    post: operations['callbacks.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/callbacks/{leadId}/foresee': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether the law allows to call the person back at another time, before the callback is moved.
     * @description Roles: supervisor, manager, admin. Scope of programs: callbacks:read.
     */
    post: operations['callbacks.foresee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/callbacks/{leadId}/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Moves a callback, or gives it to another agent or to anybody. The law is asked when it is dialed.
     * @description Roles: supervisor, manager, admin. Scope of programs: callbacks:write.
     */
    post: operations['callbacks.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/callbacks/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * To whom a callback can be given.
     * @description Roles: supervisor, manager, admin. Scope of programs: callbacks:read.
     */
    get: operations['callbacks.agents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every campaign as a document, and where it stands.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaign-documents.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/{campaignId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A version of a campaign, the newest where none is named, examined as of now.
     * @description Roles: manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaign-documents.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/{campaignId}/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The settings that differ between two versions of a campaign.
     * @description Roles: manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaign-documents.difference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/{campaignId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A version of a campaign as a campaign file.
     * @description Roles: manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaign-documents.export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/{campaignId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The versions of a campaign, the newest first.
     * @description Roles: manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaign-documents.versions'];
    put?: never;
    /**
     * Saves a new version of a campaign, or makes the campaign. One that cannot be used, or that the law forbids to start, is not saved.
     * @description Roles: manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaign-documents.save'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Examines a text, with settings changed in it: problems, and the law's review. Saves nothing.
     * @description Roles: manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaign-documents.check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaign-documents/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The text with which a new campaign begins, by its purpose. Saves nothing.
     * @description Roles: manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaign-documents.draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The campaigns of the floor with their live figures.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaigns.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Why a campaign may or must not call a number, now or at an instant, by every rule with its source.
     * @description Roles: manager, compliance, admin. Scope of programs: compliance:read.
     */
    post: operations['compliance.check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why no call can be placed, now or at an instant to come.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaigns.explanation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/halt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops dialing at once; live calls end in their own time.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.halt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hangs up one call: with an agent, without one, or the call to a third party alone.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.hang-up'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/law': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules in force for a campaign with their sources, what must be read again, and registrations.
     * @description Roles: manager, compliance, admin. Scope of programs: compliance:read.
     */
    get: operations['compliance.law'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/leads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds leads to a list of a campaign, by the names of values that a list has as columns.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['leads.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/leads/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes leads for good, in every list of the campaign: unanswered calls to them are hung up.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['leads.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/leads/recycle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens closed leads again by how they ended and how long ago; without `apply` it only counts. Attempts still count for every cap, and who asked not to be called stays closed.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['leads.recycle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/leads/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reopens closed leads, in every list of the campaign; who asked not to be called stays closed.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['leads.reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/mode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changes the mode while calls are in flight.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.mode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/next-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happens at the next change of calling hours: leads that close, that open, that can be called.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:read.
     */
    get: operations['campaigns.next-change'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/pace': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lines, calls a second, calls per agent.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.pace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Places no new calls; live ones go on.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Dials again.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/speed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Calls per free agent; null gives the speed back to the pacer.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.speed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Starts a campaign that has not been started; one that has stopped or was halted starts anew, with the newest version of its document.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/campaigns/{campaignId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Drains: no new calls; when live ones have ended, the campaign has stopped.
     * @description Roles: supervisor, manager, admin. Scope of programs: campaigns:write.
     */
    post: operations['campaigns.stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/decisions/{decisionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A decision with each question that was put to the law: facts, rules with sources, and its record.
     * @description Roles: manager, compliance, admin. Scope of programs: compliance:read.
     */
    get: operations['compliance.decision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/decisions/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decisions whether a number may be called, by number, lead, campaign, day or rule; latest first.
     * @description Roles: manager, compliance, admin. Scope of programs: compliance:read.
     */
    post: operations['compliance.decisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Preview: dials the lead on offer.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/call-telephone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Calls the agent's telephone again, in place of what is left of its leg; a customer hears music.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.call-telephone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The campaigns that one may join.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    get: operations['desk.campaigns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Back to the customer; the consultation is dropped.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/colleagues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The other agents of the campaign: whom one may consult, or give a customer to.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    get: operations['desk.colleagues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends a consultation: who was consulted has the customer.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/conference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Customer, agent and third party talk.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.conference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/consult': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer hears music while the agent talks with another agent, or with a number that is called.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.consult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/digits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends keys to the customer's side. They are counted in the audit trail, never kept.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.digits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/directory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The telephone numbers, by name, that one may consult, or give a customer to; and the call flows.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    get: operations['desk.directory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/dispose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says what the call was; a code that calls back needs the time. During a call this hangs up, too.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.dispose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/foresee-callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether the law allows to call the customer back at a time, before it is promised.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.foresee-callback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the call.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.hang-up'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer hears music, and the agent is alone.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/join': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Joins a campaign, paused: ready follows.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.join'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leaves the campaign after the present call.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/leave-conference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leaves a conference to the other two.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.leave-conference'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/mute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The agent is not heard, and hears as before.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.mute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/park': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer hears music, for a limited time, and the agent is free.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.park'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes no more calls after the present one.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes calls; in wrap-up this ends it.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.ready'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records the conversation, pauses, resumes (`on`) or ends the recording.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Back to the customer from hold.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/script': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the agent says in the calls of their campaign, page by page.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    get: operations['desk.script'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/skip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Preview: gives the lead on offer back.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.skip'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/telephone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the account with which the page registers at Asterisk; that of the person's former page is refused from then on.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.telephone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives the customer away without a word. If nobody takes them in time, they come back.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/unmute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The agent is heard again.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.unmute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/desk/unpark': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes up a parked customer, parked by any agent.
     * @description Roles: agent, supervisor, admin. Scope of programs: none, it is for people only.
     */
    post: operations['desk.unpark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/do-not-call': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts a number on the company's do-not-call list at once, in every campaign of the store.
     * @description Roles: manager, compliance, admin. Scope of programs: compliance:write.
     */
    post: operations['do-not-call.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/do-not-call/take-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a mistaken entry off the company's do-not-call list; entry and removal stay on record.
     * @description Roles: compliance, admin. Scope of programs: none, it is for people only.
     */
    post: operations['do-not-call.take-off'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened after a cursor, in the order in which it did, at most 500 events at once.
     * @description Roles: compliance, admin. Scope of programs: events:read.
     */
    get: operations['events.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}/rejects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rows of an import that were not taken as they are, with problems and remedies, as CSV.
     * @description Roles: manager, admin. Scope of programs: leads:read.
     */
    get: operations['imports.rejects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Removes the leads that an import added, while none of them was called.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['imports.undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kill-switch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Stops all dialing of the store within a second, or allows it again.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: campaigns:write.
     */
    put: operations['kill-switch.turn'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead-expressions/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads a filter, and a score, as one types: what is wrong where, and how many leads it takes.
     * @description Roles: manager, admin. Scope of programs: leads:read.
     */
    post: operations['leads.check-expression'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lead-expressions/vocabulary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The fields and functions of filters and scores. Every other word is a column of the list.
     * @description Roles: manager, admin. Scope of programs: leads:read.
     */
    get: operations['leads.vocabulary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/leads/{leadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A lead with its calls, its facts, and why it is not dialed now.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    get: operations['leads.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/leads/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds leads by number, account, or any text that the agent would see.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    post: operations['leads.search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/links/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whom a one-time link is for.
     * @description Roles: everybody, logged in or not. Scope of programs: none, it is for people only.
     */
    post: operations['links.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/links/use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets a password by a one-time link, which is used up, and logs in.
     * @description Roles: everybody, logged in or not. Scope of programs: none, it is for people only.
     */
    post: operations['links.use'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every list with the state of its leads.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    get: operations['lists.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lists/{listId}/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The imports into a list, the newest first.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    get: operations['lists.imports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/monitoring': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * The supervisor stops listening.
     * @description Roles: supervisor, admin. Scope of programs: none, it is for people only.
     */
    delete: operations['monitoring.stop'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/nodes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The servers of the store with the campaigns that each runs, the one asked first.
     * @description Roles: agent, supervisor, manager, compliance, admin. Scope of programs: campaigns:read.
     */
    get: operations['nodes.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/nodes/drain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Drains the server that is asked: no new calls; other servers run its campaigns, each after its own last conversation. Then its process ends, with exit code 0.
     * @description Roles: admin. Scope of programs: campaigns:write.
     */
    post: operations['nodes.drain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/{campaignId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A campaign's figures over days of the agency, whole or of one list or agent.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: reports:read.
     */
    get: operations['reports.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/{campaignId}/agent-days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What each agent did on a day of the agency: there, paused, in talk, in wrap-up. Of the last ten minutes, presence before the present state may be missing.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: reports:read.
     */
    get: operations['reports.agent-days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/{campaignId}/csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same figures as CSV, one a line: section, row, figure, unit, value. Instants are in UTC.
     * @description Roles: supervisor, manager, compliance, admin. Scope of programs: reports:read.
     */
    get: operations['reports.csv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is logged in.
     * @description Roles: agent, supervisor, manager, compliance, admin. Scope of programs: none, it is for people only.
     */
    get: operations['session.read'];
    put?: never;
    /**
     * Logs in; the session is in a cookie.
     * @description Roles: everybody, logged in or not. Scope of programs: none, it is for people only.
     */
    post: operations['session.open'];
    /**
     * Logs out: ends the session of the cookie. An agent is logged out of their campaign too.
     * @description Roles: agent, supervisor, manager, compliance, admin. Scope of programs: none, it is for people only.
     */
    delete: operations['session.close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes one's own password; every other session ends.
     * @description Roles: agent, supervisor, manager, compliance, admin. Scope of programs: none, it is for people only.
     */
    put: operations['session.password'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every token of a program, with those that have ended.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['tokens.list'];
    put?: never;
    /**
     * Makes a token for a program. Its secret is shown in this answer and never again.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['tokens.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends a token at once: its program is refused from the next request on.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    delete: operations['tokens.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/scopes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a token can let a program do.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['tokens.scopes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins the upload of a file; its parts follow.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An upload and how the work on it stands.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    get: operations['uploads.read'];
    put?: never;
    post?: never;
    /**
     * Removes an uploaded file; leads that were imported from it stay.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:write.
     */
    delete: operations['uploads.remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancels the work on a file; what a cancelled import has added is removed again.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/do-not-call': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts the numbers of the file on the company's do-not-call list: whole, or not at all.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.do-not-call'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads the whole file and counts what an import would do. Writes no lead.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.dry-run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports the file into a list.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/part': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Adds the next part of the file, at most 1048576 bytes.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:write.
     */
    put: operations['uploads.part'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How the file is understood: columns with samples, warnings. Writes nothing.
     * @description Roles: manager, admin. Scope of programs: leads:write.
     */
    post: operations['uploads.preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/uploads/{uploadId}/rejects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rows that the last work did not take as they are, with problems and remedies, as CSV.
     * @description Roles: manager, compliance, admin. Scope of programs: leads:read.
     */
    get: operations['uploads.rejects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every webhook and how it stands, with those that have ended.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['webhooks.list'];
    put?: never;
    /**
     * Makes a webhook. The secret that signs its messages is shown in this answer and never again.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['webhooks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends a webhook at once: its address is told nothing more.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    delete: operations['webhooks.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The events that the address refused for good, the oldest first, 200 at once.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['webhooks.dead-letters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/dead-letters/{deadLetterId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes a refused event off the list unsent.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    delete: operations['webhooks.dismiss-dead-letter'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/dead-letters/{deadLetterId}/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a refused event again; accepted, it is off the list.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['webhooks.send-dead-letter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a message without events to the address, and says what it did.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    post: operations['webhooks.test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The kinds of events that a webhook can be told of.
     * @description Roles: admin. Scope of programs: none, it is for people only.
     */
    get: operations['webhooks.kinds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Abandonment: {
      abandoned: number;
      limit: number;
      limitId: string;
      liveAnswers: number;
      rate: number;
      spent: boolean;
      title: string;
    };
    Account: {
      accountId: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      createdAt: string;
      disabledAt: string | null;
      hasPassword: boolean;
      name: string;
      role: string;
    };
    AccountLink: {
      accountId: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      expiresAt: string;
      path: string;
    };
    Agent: {
      agentId: string;
      attemptId: string | null;
      campaignId: string;
      code: string | null;
      legUp: boolean;
      /** @enum {string} */
      next: 'ready' | 'paused' | 'offline';
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      since: string;
      /** @enum {string} */
      state: 'ready' | 'reserved' | 'talking' | 'wrap-up' | 'pausing' | 'paused' | 'offline';
      /** @description To whom they listen as a supervisor, and how; null: to nobody. */
      watching: {
        agentId: string;
        /** @enum {string} */
        how: 'listen' | 'whisper' | 'barge';
      } | null;
    };
    AgentDays: {
      agents: {
        agentId: string;
        spans: {
          /** @description Of a pause. */
          code: string | null;
          /**
           * @description 'there': logged in and neither paused nor with a call. Calls lie over presence.
           * @enum {string}
           */
          doing: 'there' | 'paused' | 'talk' | 'wrap-up';
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          from: string;
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          to: string;
        }[];
      }[];
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      from: string;
      /**
       * Format: date-time
       * @description End of the day, or now.
       */
      to: string;
    };
    Call: {
      agentId: string | null;
      answeredAt: string | null;
      attemptId: string;
      campaignId: string;
      connectedAt: string | null;
      /** @description Where its conversation stands; null: it has none. */
      conversation:
        | (
            | 'talking'
            | 'held'
            | 'reaching'
            | 'consulting'
            | 'conference'
            | 'seeking'
            | 'parked'
            | 'outside'
            | 'in-flow'
          )
        | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      openedAt: string;
      phoneEnd: string;
      /** @enum {string} */
      stage:
        | 'opening'
        | 'dialing'
        | 'ringing'
        | 'detecting'
        | 'waiting'
        | 'connecting'
        | 'connected'
        | 'in-flow'
        | 'ending'
        | 'wrap-up'
        | 'closing'
        | 'adopting'
        | 'arriving'
        | 'queued'
        | 'joined';
    };
    Callback: {
      account: string | null;
      /** @description Who promised it; null: anybody calls back. */
      agentId: string | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      fields: {
        [key: string]: string;
      };
      /** @description Whether that agent is logged in. */
      isAgentHere: boolean | null;
      /** @description A campaign has the lead: it cannot be changed now. */
      isBeingCalled: boolean;
      isOverdue: boolean;
      leadId: string;
      listId: string;
      note: string | null;
      phone: string | null;
    };
    Callers: {
      arrived: number;
      longestWaitMs: number | null;
      lostInQueue: number | null;
      served: number;
      serviceLevel: number | null;
      serviceLevelMs: number;
      waiting: number;
    };
    Campaign: {
      abandonment: components['schemas']['Abandonment'][];
      agents: {
        [key: string]: number;
      };
      /** @description Null: the campaign takes no calls. */
      callers: components['schemas']['Callers'] | null;
      campaignId: string;
      dispositions: {
        [key: string]: number;
      };
      explanation: components['schemas']['Explanation'];
      figures: {
        abandoned: number;
        answerRate: number;
        callsInFlight: number;
        callsWithAgents: number;
        connected: number;
        connectP95Ms: number;
        dialable: number | null;
        dials: number;
        leads: number | null;
        liveAnswers: number;
        machines: number;
        meanWaitMs: number;
        occupancy: number;
        penetration: number | null;
      };
      lines: number;
      /** @enum {string} */
      mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
      name: string;
      outcomes: {
        [key: string]: number;
      };
      /** @description Null: the campaign runs at one server. Else everything else in this document is of the share of the server that is asked. */
      share: components['schemas']['CampaignShare'] | null;
      speed: number | null;
      /** @enum {string} */
      state: 'created' | 'recovering' | 'running' | 'paused' | 'draining' | 'stopped' | 'halted';
      timeZone: string;
    };
    CampaignDocument: {
      campaignId: string;
      /** @description Why it is not on the floor. */
      fault: string | null;
      /** @description Version on the floor; null: it is not there. */
      inForce: number | null;
      name: string;
      newest: components['schemas']['CampaignVersionInfo'];
      /** @description null: it is not on the floor. */
      state: ('created' | 'recovering' | 'running' | 'paused' | 'draining' | 'stopped' | 'halted') | null;
    };
    CampaignExamination: {
      findings: {
        /** @description True: the campaign must not start. False: a duty, or a notice. */
        blocks: boolean;
        message: string;
        remedy: string;
        rule: string;
        title: string;
      }[];
      problems: components['schemas']['SettingProblem'][];
      /** @description null: the text cannot be used. */
      settings: components['schemas']['CommonSettings'] | null;
      text: string;
    };
    CampaignShare: {
      atWork: number;
      callsPerSecond: number;
      lines: number;
      number: number;
      of: number;
      part: number;
    };
    CampaignVersion: {
      campaignId: string;
      examination: components['schemas']['CampaignExamination'];
      info: components['schemas']['CampaignVersionInfo'];
    };
    CampaignVersionInfo: {
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      author: string;
      /** @description The campaign file; null: a person wrote it. */
      source: string | null;
      version: number;
    };
    CheckedExpressions: {
      /** @description Columns of the lists. */
      columns: string[];
      /** @description Texts of the filter that no lead is likely to have: a code that no disposition has. */
      doubts: components['schemas']['ExpressionProblem'][];
      /** @description What is wrong with the filter; null: nothing. */
      filter: components['schemas']['ExpressionProblem'] | null;
      /** @description null: an expression cannot be read. */
      lists: components['schemas']['FilteredList'][] | null;
      /** @description Columns of the filter that no lead has: misspelt, or of leads to come. */
      missing: {
        name: string;
        position: number;
      }[];
      /** @description What is wrong with the score; null: nothing. */
      score: components['schemas']['ExpressionProblem'] | null;
    };
    Colleague: {
      agentId: string;
      /** @description May be consulted now. */
      isFree: boolean;
      name: string;
      /** @enum {string} */
      state: 'ready' | 'reserved' | 'talking' | 'wrap-up' | 'pausing' | 'paused' | 'offline';
    };
    CommonSettings: {
      callerNumber: string;
      callsPerSecond: number;
      countries: string[];
      dispositions: {
        code: string;
        label: string;
      }[];
      /** @description Only leads for which it is true are dialed. */
      filter: string | null;
      lines: number;
      lists: string[];
      live: boolean;
      /** @enum {string} */
      mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
      name: string;
      /** @enum {string} */
      order: 'oldest-first' | 'newest-first' | 'longest-uncalled' | 'score' | 'random';
      purpose: string;
      /** @description Closed leads that are opened again each day; null: none. */
      recycle: {
        at: string;
        rules: {
          afterDays: number;
          endings: string[];
          rounds: number;
        }[];
      } | null;
      ringTimeoutSeconds: number;
      /** @description Own days and hours; null: whenever the law allows. */
      schedule: {
        /** @enum {string} */
        clock: 'agency' | 'called';
        closedDays: string[];
        firstDay: string | null;
        lastDay: string | null;
        saturday: string;
        sunday: string;
        weekdays: string;
      } | null;
      /** @description Number of a lead, of order score. */
      score: string | null;
      /** @description Pages of the script; empty: there is none. */
      script: {
        choices: {
          label: string;
          page: string;
        }[];
        id: string;
        text: string;
        title: string | null;
      }[];
      seller: string | null;
      timeZone: string;
      /** @description How the lists stand beside each other, in the order of `lists`. */
      weights: {
        id: string;
        priority: number;
        share: number | null;
      }[];
      wrapUpSeconds: number;
    };
    DeadLetter: {
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      deadLetterId: string;
      eventId: string;
      kind: string;
      problem: string;
    };
    DecisionFile: {
      decision: components['schemas']['FoundDecision'];
      questions: {
        allowed: boolean;
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        facts: {
          name: string;
          value: string;
        }[];
        hash: string;
        nextAllowedAt: string | null;
        record: string;
        rules: {
          rule: string;
          /** @description Null: a rule of this store, not of the law. */
          source: {
            href: string;
            pinpoint: string;
            title: string;
          } | null;
          text: string | null;
          title: string;
          told: string | null;
          /** @enum {string} */
          verdict: 'refuses' | 'allows' | 'notes' | 'off';
        }[];
        ruleSetVersion: string;
        sequence: number;
        voice: string;
        /**
         * @description 'closing': asked for the end of the margin before calling hours close. 'interlock': answered by an interlock before the law was asked. 'unreadable': the facts could not be read.
         * @enum {string}
         */
        when: 'now' | 'closing' | 'interlock' | 'unreadable';
        writer: string;
        zoneData: string;
      }[];
      /** @description Records that were erased or cannot be read. */
      unreadable: number;
    };
    Desk: {
      agentId: string;
      call: {
        attemptId: string;
        connectedAt: string | null;
        endedAt: string | null;
        /** @enum {string} */
        stage:
          | 'opening'
          | 'dialing'
          | 'ringing'
          | 'detecting'
          | 'waiting'
          | 'connecting'
          | 'connected'
          | 'in-flow'
          | 'ending'
          | 'wrap-up'
          | 'closing'
          | 'adopting'
          | 'arriving'
          | 'queued'
          | 'joined';
      } | null;
      callbackRefused: {
        nextAllowedAt: string | null;
        text: string;
      } | null;
      campaign: string;
      campaignId: string;
      code: string | null;
      conversation: components['schemas']['DeskConversation'] | null;
      dispositions: components['schemas']['Disposition'][];
      history: components['schemas']['EarlierCall'][] | null;
      lead: components['schemas']['Lead'] | null;
      legUp: boolean;
      /** @enum {string} */
      mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
      /** @enum {string} */
      next: 'ready' | 'paused' | 'offline';
      /** @description Why no call comes, unless that passes within moments; null: one may come. */
      noCalls: {
        since: string | null;
        text: string;
      } | null;
      /** @description Customers of the campaign who wait parked. */
      parked: components['schemas']['ParkedCustomer'][];
      preview: {
        expiresAt: string | null;
      } | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      since: string;
      /** @enum {string} */
      state: 'ready' | 'reserved' | 'talking' | 'wrap-up' | 'pausing' | 'paused' | 'offline';
    };
    DeskConversation: {
      /** @description The order before is being carried out. */
      changing: boolean;
      /** @enum {string} */
      customerHears: 'the owner' | 'owner and third party' | 'the third party' | 'the flow' | 'music';
      /** @description The campaign lets its agents record: orders to do so are followed. */
      mayRecord: boolean;
      /** @description Since when the customer has heard music only. */
      musicSince: string | null;
      /** @description The owner is not heard. */
      muted: boolean;
      ownerId: string | null;
      /**
       * @description What the agent of this desk is in it: whose customer it is, or who was asked.
       * @enum {string}
       */
      part: 'owner' | 'third';
      /** @enum {string} */
      recording: 'asked' | 'on' | 'paused' | 'off';
      /** @description One of these the agent must have done before, and say; empty: nothing. */
      recordingGrounds: ('announced' | 'consented')[];
      /**
       * Format: date-time
       * @description When it came to this stage.
       */
      since: string;
      /** @enum {string} */
      stage:
        | 'talking'
        | 'held'
        | 'reaching'
        | 'consulting'
        | 'conference'
        | 'seeking'
        | 'parked'
        | 'outside'
        | 'in-flow';
      /** @description The agent consulted, or in the conference. */
      thirdId: string | null;
      /** @description The third party is at a telephone number; null: it is not. */
      thirdNumber: {
        /** @description In the directory; null: typed. */
        name: string | null;
      } | null;
      /** @description Why the last order came to nothing; null: it did not. */
      trouble: string | null;
    };
    DeskDirectory: {
      /** @description Call flows to which one may give a customer, by name. */
      flows: string[];
      names: string[];
      /** @description Other numbers may be typed. */
      typed: boolean;
    };
    Disposition: {
      callsBack: boolean;
      code: string;
      label: string;
    };
    EarlierCall: {
      agentId: string | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      disposition: string | null;
      /** @description What the agent noted. Personal data. */
      note: string | null;
      outcome: string | null;
      talkMs: number | null;
    };
    Explanation: {
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      dialable: number | null;
      reasons: {
        /** @description It alone holds back every call. */
        blocksAll: boolean;
        kind: string;
        since: string | null;
        text: string;
        until: string | null;
      }[];
      /** @description One sentence; null while a call may come at any moment. */
      sentence: string | null;
      /** @description Since when no call could be placed; null: calls are placed, or `at` is to come. */
      since: string | null;
    };
    ExpressionProblem: {
      /** @description Words that may stand there; empty: `what` says all. */
      allowed: string[];
      /** @description Characters from there that belong to it. */
      length: number;
      /** @description From 1: the first character that is wrong. */
      position: number;
      /** @description What is wrong, and what to write instead. */
      what: string;
    };
    FilteredList: {
      /** @description Called at least once. */
      called: number;
      leads: number;
      listId: string;
      /** @description Not closed. */
      open: number;
      /** @description Leads that the filter takes, closed ones too. */
      taken: number;
      /** @description Open leads that the filter takes. */
      takenOpen: number;
    };
    Floor: {
      draining: boolean;
      killSwitch: {
        on: boolean;
        reason: string;
      };
      nodes: components['schemas']['Node'][];
      simulated: boolean;
      /** @description Since when the database has not answered; null: it answers. */
      storeSilentSince: string | null;
      /** @description Since when telephony is not connected; null: it is. */
      telephonyDownSince: string | null;
      /** @description Trunks and servers of telephony that are away while the rest goes on. */
      telephonyTroubles: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        since: string;
        text: string;
      }[];
    };
    Followed: {
      /** @constant */
      followed: true;
    };
    ForeseenCallback: {
      allowed: boolean;
      nextAllowedAt: string | null;
      /** @description Why not; empty where it is allowed. */
      text: string;
      /** @description Where the customer may live, IANA names. */
      timeZones: string[];
    };
    FoundDecision: {
      allowed: boolean;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      campaignId: string;
      disposition: string | null;
      id: number;
      leadId: string;
      /** @enum {string} */
      mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
      /** @description Null: it was allowed, or waiting does not cure it. */
      nextAllowedAt: string | null;
      /** @description How the call ended; null: none was placed, or it goes on. */
      outcome: string | null;
      /** @description Null: its record was erased. */
      phone: string | null;
      refusals: {
        rule: string;
        text: string;
        title: string;
      }[];
    };
    FoundLead: {
      account: string | null;
      attempts: number;
      fields: {
        [key: string]: string;
      };
      lastDisposition: string | null;
      leadId: string;
      listId: string;
      nextDialableAt: string | null;
      phones: {
        closedWhy: string | null;
        isOpen: boolean;
        lineType: string | null;
        phone: string;
      }[];
      state: string;
      why: string;
    };
    ImportTotals: {
      added: number;
      doNotCall: number;
      duplicatesInFile: number;
      duplicatesInList: number;
      /** @description Of the added and updated. */
      inOtherLists: number;
      rejected: number;
      rows: number;
      updated: number;
      /** @description Values left out of rows that were taken. */
      valuesDropped: number;
    };
    LawOfCampaign: {
      day: string;
      registrations: {
        expires: string | null;
        kind: string;
        number: string;
        place: string;
      }[];
      rules: components['schemas']['RuleInForce'][];
      toRead: {
        jurisdictions: string[];
        rule: string;
        since: string;
        source: {
          href: string;
          pinpoint: string;
          title: string;
        };
        title: string;
        what: string;
        /** @enum {string} */
        why: 'memory' | 'old' | 'watch';
      }[];
    };
    Lead: {
      attempts: number;
      callbackNote: string | null;
      fields: {
        [key: string]: string;
      };
      leadId: string;
      listId: string;
      phone: string;
      reason: string;
    };
    LeadFile: {
      /** @description Newest first. */
      attempts: {
        agentId: string | null;
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        attemptId: string;
        campaignId: string;
        disposition: string | null;
        outcome: string | null;
        phone: string;
        talkMs: number | null;
      }[];
      callback: {
        agentId: string | null;
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
      } | null;
      consents: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        evidence: string | null;
        source: string;
        type: string;
      }[];
      doNotCall: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        /** @enum {string} */
        of: 'number' | 'person';
        scope: string;
        source: string;
      }[];
      /** @description One a campaign that dials its list. */
      explanations: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        campaignId: string;
        name: string;
        /** @description None: it is dialed when its turn comes. */
        reasons: {
          kind: string;
          text: string;
          until: string | null;
        }[];
        /** @description Zones of the person, by number and address. */
        timeZones: string[];
      }[];
      facts: {
        [key: string]: string;
      };
      lead: components['schemas']['FoundLead'];
      learned: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        kind: string;
        source: string;
      }[];
      priority: number;
    };
    LeadReference:
      | {
          leadId: string;
        }
      | {
          account: string;
        }
      | {
          phone: string;
        };
    LeadVerdict: {
      leadId: string | null;
      /** @description Values that were left out, or why the lead was rejected. */
      problems: {
        field: string;
        problem: string;
        remedy: string;
        value: string;
      }[];
      /** @enum {string} */
      verdict: 'added' | 'updated' | 'duplicate-in-file' | 'duplicate-in-list' | 'do-not-call' | 'rejected';
    };
    ListColumn: {
      header: string;
      /** @description From 1. */
      position: number;
      /** @description Up to three of its values. */
      samples: string[];
      target: string;
    };
    ListFigures: {
      called: number;
      /** @description Campaigns that dial it. */
      campaigns: {
        campaignId: string;
        isOnFloor: boolean;
        name: string;
      }[];
      closed: number;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      createdAt: string;
      /** @description Country of numbers without a country code, as a campaign says it. */
      defaultCountry: string | null;
      /** @description Never called, and open. */
      fresh: number;
      leads: number;
      listId: string;
      /** @description called / leads, 0 to 1; null without leads. */
      penetration: number | null;
      /** @description Open, and due; calling hours are not asked. */
      ready: number;
      /** @description Open, and due later: retries and callbacks. */
      waiting: number;
    };
    ListImport: {
      /** @description Rows that were not taken as they are can be downloaded. */
      hasRejects: boolean;
      importId: string;
      isDone: boolean;
      listId: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      startedAt: string;
      totals: components['schemas']['ImportTotals'];
      /** @description Leads of it that were called already; 0: the import can be undone. */
      used: number;
    };
    ListPreview: {
      columns: components['schemas']['ListColumn'][];
      delimiter: string;
      encoding: string;
      format: string;
      /** @description What a column can hold beside 'field:<name>'. */
      targets: {
        about: string;
        target: string;
      }[];
      /** @description What to look at: columns that look legal and are not used, and more. */
      warnings: string[];
    };
    ListReading: {
      /**
       * @description Targets that the person chose, by position from 1; the others are guessed.
       * @default {}
       */
      columns: {
        [key: string]: string;
      };
      /** @description Country of numbers written without a country code (ISO 3166-1). */
      defaultCountry: string;
      /** @default true */
      header: boolean;
      sheet?: string;
      skipLines?: number;
    };
    ListTaking: {
      /**
       * @description Targets that the person chose, by position from 1; the others are guessed.
       * @default {}
       */
      columns: {
        [key: string]: string;
      };
      /**
       * @description Order of dates such as 03/04/2026; absent: as the dates and the country say.
       * @enum {string}
       */
      dateOrder?: 'dmy' | 'mdy' | 'ymd';
      /** @description Country of numbers written without a country code (ISO 3166-1). */
      defaultCountry: string;
      /**
       * @default skip
       * @enum {string}
       */
      duplicates: 'skip' | 'update';
      /** @default true */
      header: boolean;
      /** @description List that takes the leads; a new name makes a new list. */
      listId: string;
      /**
       * @default careful
       * @enum {string}
       */
      numbers: 'careful' | 'national' | 'international';
      sheet?: string;
      skipLines?: number;
    };
    ListWork: {
      endedAt: string | null;
      hasRejects: boolean;
      /** @enum {string} */
      kind: 'dry-run' | 'import' | 'do-not-call';
      /** @description Why it failed, or what became of it. */
      note: string | null;
      /** @description Of a do-not-call list. */
      numbers: {
        added: number;
        lines: number;
        numbers: number;
        rejected: number;
      } | null;
      rows: number;
      /** @description Share of the file that was read, 0 to 1. */
      share: number | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      startedAt: string;
      /** @enum {string} */
      state: 'running' | 'done' | 'cancelled' | 'failed';
      totals: components['schemas']['ImportTotals'] | null;
      warnings: string[];
    };
    NewToken: {
      expiresAt: string | null;
      secret: string;
      tokenId: string;
    };
    NewWebhook: {
      secret: string;
      webhookId: string;
    };
    Node: {
      address: string;
      leaving: boolean;
      runs: string[];
    };
    NumberAnswer: {
      allowed: boolean;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      /** @description What keeps this store from calling beside the law; null: nothing. */
      hindrance: string | null;
      holding: string[];
      jurisdictions: string[];
      lead: {
        account: string | null;
        leadId: string;
        listId: string;
        state: string;
      } | null;
      lookedIn: string[];
      nextAllowedAt: string | null;
      /** @description Null: waiting does not cure it. */
      nextByLaw: string | null;
      phone: string;
      requests: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        at: string;
        source: string;
      }[];
      timeZones: string[];
      /** @description Those that refuse first. */
      verdicts: components['schemas']['RuleVerdict'][];
    };
    ParkedCustomer: {
      attemptId: string;
      parkedBy: string | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      since: string;
    };
    Refusal: {
      /** @description Stable, kebab-case: what a program tests. */
      code: string;
      /** @description With 422: each field that cannot be used. */
      problems?: {
        field: string;
        remedy: string;
        value?: string;
      }[];
      /** @description Why, and what to do. */
      text: string;
    };
    /** @description Shares are 0 to 1, durations ms, instants epoch ms; null: not known. */
    Report: {
      sections: {
        columns: {
          /** @enum {string} */
          kind: 'text' | 'code' | 'count' | 'share' | 'duration' | 'instant';
          name: string;
        }[];
        id: string;
        note: string | null;
        plot: {
          /**
           * @description Bars of several series stand on each other.
           * @enum {string}
           */
          kind: 'bar' | 'line';
          /** @description Legal limits, drawn across. */
          levels: {
            title: string;
            y: number;
          }[];
          points: {
            series?: string;
            x: string | number;
            y: number;
          }[];
          x: {
            /** @enum {string} */
            kind: 'name' | 'instant' | 'number';
            title: string;
          };
          y: {
            /** @enum {string} */
            kind: 'count' | 'share';
            title: string;
          };
        } | null;
        rows: (string | number | null)[][];
        title: string;
      }[];
      subtitle: string;
      /** @description IANA name of the zone of its days and hours. */
      timeZone: string;
      title: string;
      /** @description What stands in its cells of kind code, as people read it. */
      words: {
        [key: string]: string;
      };
    };
    RuleInForce: {
      effectiveFrom: string | null;
      jurisdiction: string;
      /** @enum {string} */
      kind: 'law' | 'policy';
      rule: string;
      /** @enum {string} */
      setting: 'on' | 'off' | 'strict';
      source: {
        href: string;
        pinpoint: string;
        title: string;
      };
      title: string;
      value: string;
      /** @enum {string} */
      verification: 'primary' | 'secondary' | 'memory';
      verifiedOn: string;
      watch: {
        on: string;
        what: string;
      } | null;
    };
    RuleVerdict: {
      rule: string;
      /** @description Null: a rule of this store, not of the law. */
      source: {
        href: string;
        pinpoint: string;
        title: string;
      } | null;
      text: string | null;
      title: string;
      /** @enum {string} */
      verdict: 'refuses' | 'allows' | 'notes' | 'off';
    };
    SavedVersion: {
      /** @description Settings that a running campaign took at once: of leads.filter, leads.order and the like. */
      applied: string[];
      campaignId: string;
      /** @description False: the campaign runs, and some settings wait for the next start. */
      inForce: boolean;
      /** @description Settings that are in force from the next start. */
      later: string[];
      version: number;
    };
    Script: {
      /** @description The first one is shown when the call comes; none: the campaign has no script. */
      pages: {
        choices: {
          label: string;
          page: string;
        }[];
        id: string;
        /** @description With places for fields: {first name}, {first name|there}. */
        text: string;
        title: string | null;
      }[];
      /** @description What is known of every call: agent, campaign and seller. */
      values: {
        [key: string]: string;
      };
    };
    Session: {
      accountId: string;
      name: string;
      /** @enum {string} */
      role: 'agent' | 'supervisor' | 'manager' | 'compliance' | 'admin';
      simulated: boolean;
      /** @description Their telephone is in the browser. */
      telephone: boolean;
      /** @description The agency's zone, IANA name: its screens tell times in it. */
      timeZone: string;
      version: string;
      /** @description Codes of outcomes, facts, pauses and reasons, as people read them. */
      words: {
        [key: string]: string;
      };
    };
    SettingChange: {
      path: string;
      /** @description null takes the setting out. */
      value:
        | (string | number | boolean | null)
        | (
            | string
            | {
                [key: string]:
                  | (string | number | boolean | null)
                  | (
                      | string
                      | {
                          [key: string]: string | number | boolean | null;
                        }
                    )[];
              }
          )[];
    };
    SettingDifference: {
      after: string | null;
      before: string | null;
      path: string;
    };
    SettingProblem: {
      field: string;
      remedy: string;
      value?: string;
    };
    StoredEvent: {
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      at: string;
      campaignId: string | null;
      /** @description Everything up to and with this event. */
      cursor: string;
      /** @description Leads and persons by their ids. */
      detail: {
        [key: string]: unknown;
      };
      /** @description The same whenever it is read. */
      eventId: string;
      /** @description E.g. 'attempt.closed'. */
      kind: string;
    };
    TelephoneAccount: {
      /** @description A secret of this page: keep it nowhere. */
      password: string;
      /** @description Asterisk's WebSocket. */
      url: string;
      username: string;
    };
    Token: {
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      createdAt: string;
      createdBy: string;
      endedAt: string | null;
      expiresAt: string | null;
      lastUsedAt: string | null;
      scopes: string[];
      tokenId: string;
    };
    TrailAnswer: {
      breaks: string[];
      decisions: number;
      entries: number;
      holds: boolean;
      notChecked: string[];
      records: number;
    };
    UnusableCampaigns: {
      campaigns: {
        name: string;
        text: string;
      }[];
    };
    Upload: {
      name: string;
      received: number;
      size: number;
      uploadId: string;
      work: components['schemas']['ListWork'] | null;
    };
    Webhook: {
      /** @description When it last accepted a message. */
      acceptedAt: string | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset.
       */
      createdAt: string;
      createdBy: string;
      /** @description Events that it refused for good. */
      deadLetters: number;
      endedAt: string | null;
      /** @description Events, of whatever kind, that it was not told of yet. */
      eventsBehind: number;
      failing: {
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        nextTryAt: string;
        /** @description What the receiver did, e.g. 'answered 500'. */
        problem: string;
        /**
         * Format: date-time
         * @description ISO 8601 with offset.
         */
        since: string;
        tries: number;
      } | null;
      /** @description Kinds of events, or families of them; none: all. */
      kinds: string[];
      url: string;
      webhookId: string;
    };
    WebhookTried: {
      accepted: boolean;
      /** @description What the receiver did. */
      text: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'accounts.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'accounts.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accountId: string;
          name: string;
          /** @enum {string} */
          role: 'agent' | 'supervisor' | 'manager' | 'compliance' | 'admin';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountLink'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'accounts.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          disabled?: boolean;
          name?: string;
          /** @enum {string} */
          role?: 'agent' | 'supervisor' | 'manager' | 'compliance' | 'admin';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'accounts.link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountLink'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.log-out': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.monitor': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          how: 'listen' | 'whisper' | 'barge';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.move': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          campaignId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.pause': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.ready': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'agents.take-over': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'audit.verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrailAnswer'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'callbacks.list': {
    parameters: {
      query?: {
        /** @description `more` of the answer before; absent: from the beginning. */
        after?: string;
        agentId?: string;
        from?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            callbacks: components['schemas']['Callback'][];
            /** @description Ask again with `after` for what follows; null: these are all. */
            more: string | null;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'callbacks.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          why: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'callbacks.foresee': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          at: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForeseenCallback'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'callbacks.move': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Absent: it stays; null: anybody. */
          agentId?: string | null;
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          at: string;
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'callbacks.agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agentId: string;
            name: string;
          }[];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignDocument'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.read': {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignVersion'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.difference': {
    parameters: {
      query: {
        from: number;
        to: number;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingDifference'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.export': {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/yaml': string;
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.versions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignVersionInfo'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.save': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Names the campaign. */
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The version that was changed; 0: the campaign is new. */
          base: number;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedVersion'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Names the campaign. */
          campaignId: string;
          /** @default [] */
          changes?: components['schemas']['SettingChange'][];
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignExamination'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaign-documents.draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Names the campaign. */
          campaignId: string;
          /** @description List that it dials. */
          listId: string;
          /** @enum {string} */
          mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
          name: string;
          /** @enum {string} */
          purpose:
            | 'telemarketing'
            | 'debt-collection'
            | 'political'
            | 'charity'
            | 'informational'
            | 'healthcare'
            | 'financial-alert'
            | 'research'
            | 'emergency';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignExamination'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Campaign'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'compliance.check': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          at?: string;
          number: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NumberAnswer'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.explanation': {
    parameters: {
      query?: {
        at?: string;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Explanation'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.halt': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Why, for the audit trail. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The attempt of the call, as the calls of the campaign name it. */
          attemptId: string;
          /** @description Why, for the audit trail. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'compliance.law': {
    parameters: {
      query?: {
        at?: string;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LawOfCampaign'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.add': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          duplicates?: 'skip' | 'update';
          /** @description Dialed next, before every other lead. */
          first?: boolean;
          leads: {
            [key: string]: string;
          }[];
          listId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description In the order of the leads. */
            verdicts: components['schemas']['LeadVerdict'][];
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          leads: components['schemas']['LeadReference'][];
          /** @description For reports, e.g. "paid". */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            already: number;
            closed: number;
            references: number;
            unknown: number;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.recycle': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description False: counts, and changes nothing.
           * @default false
           */
          apply?: boolean;
          /** @description Dispositions of the campaign, outcomes, or reasons for which leads are closed: "no-answer", "not-interested". Another word is refused with those that there are. */
          endings: string[];
          /** @description Absent: every list. */
          listId?: string;
          /** @description Only leads whose last attempt is older. */
          olderThanDays?: number;
          /** @description For reports, e.g. "paid". */
          reason: string;
          /** @description Only leads that were recycled less often than this. */
          rounds?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            applied: boolean;
            /** @description They stay closed. */
            barred: number;
            /** @description The same by reason: "do-not-call". */
            barredBy: {
              [key: string]: number;
            };
            /** @description Closed leads that are meant: `reopened` and `barred` in all. */
            found: number;
            reopened: number;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.reopen': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          leads: components['schemas']['LeadReference'][];
          /** @description For reports, e.g. "paid". */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            barred: number;
            open: number;
            references: number;
            reopened: number;
            unknown: number;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.mode': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          mode: 'manual' | 'preview' | 'progressive' | 'power' | 'predictive' | 'agentless';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.next-change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: string | null;
            closing: number;
            dialable: number | null;
            opening: number;
            /** @description One sentence; null: nothing changes within a day. */
            text: string | null;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.pace': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callsPerAgent?: number;
          callsPerSecond?: number;
          lines?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.pause': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Why, for the audit trail. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.speed': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          speed: number | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.start': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'campaigns.stop': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'compliance.decision': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        decisionId: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionFile'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'compliance.decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          allowed?: boolean;
          /** @description `more` of the answer before. */
          before?: {
            /**
             * Format: date-time
             * @description ISO 8601 with offset.
             */
            at: string;
            id: number;
          };
          campaignId?: string;
          /**
           * Format: date
           * @description A day in the agency's time zone.
           */
          from?: string;
          leadId?: string;
          number?: string;
          /** @description Rule of the first refusal. */
          rule?: string;
          /**
           * Format: date
           * @description A day in the agency's time zone.
           */
          to?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            decisions: components['schemas']['FoundDecision'][];
            /** @description Where to go on; null: these are all. */
            more: {
              /**
               * Format: date-time
               * @description ISO 8601 with offset.
               */
              at: string;
              id: number;
            } | null;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.call-telephone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description The server that runs it, where it is another one: join there. Null: join here. */
            address: string | null;
            campaignId: string;
            name: string;
            state: string;
          }[];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.colleagues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Colleague'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.conference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.consult': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description One agent, any free agent with the skills, a name of the directory, a typed number (E.164), or, for transfers, a call flow. */
          target:
            | {
                agentId: string;
                /** @constant */
                kind: 'agent';
              }
            | {
                /** @constant */
                kind: 'queue';
                readonly skills?: string[];
              }
            | {
                /** @constant */
                kind: 'named';
                name: string;
              }
            | {
                /** @constant */
                kind: 'number';
                /** @description Whom to call. E.164, e.g. +12025550100. */
                phone: string;
              }
            | {
                /** @description The customer has asked for it, or agreed to it: then its recorded voice may speak to them. */
                asked?: boolean;
                /** @constant */
                kind: 'flow';
                name: string;
              };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.digits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description One to 32 of 0 to 9, *, # and A to D. */
          digits: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.directory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeskDirectory'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.dispose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callback?: {
            /** @description This agent calls back, nobody else. Absent: any agent does. */
            agentId?: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset.
             */
            at: string;
            note?: string;
          };
          code: string;
          /** @description What the agent notes of the call; the next agent reads it. */
          notes?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.foresee-callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description ISO 8601 with offset.
           */
          at: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForeseenCallback'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.hang-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.join': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          campaignId: string;
          station?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.leave-conference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.mute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.park': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What the agent did before: said that the call is recorded, or got consent.
           * @enum {string}
           */
          ground?: 'announced' | 'consented';
          /** @enum {string} */
          state: 'on' | 'paused' | 'off';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.script': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.skip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.telephone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TelephoneAccount'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description One agent, any free agent with the skills, a name of the directory, a typed number (E.164), or, for transfers, a call flow. */
          target:
            | {
                agentId: string;
                /** @constant */
                kind: 'agent';
              }
            | {
                /** @constant */
                kind: 'queue';
                readonly skills?: string[];
              }
            | {
                /** @constant */
                kind: 'named';
                name: string;
              }
            | {
                /** @constant */
                kind: 'number';
                /** @description Whom to call. E.164, e.g. +12025550100. */
                phone: string;
              }
            | {
                /** @description The customer has asked for it, or agreed to it: then its recorded voice may speak to them. */
                asked?: boolean;
                /** @constant */
                kind: 'flow';
                name: string;
              };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.unmute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'desk.unpark': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Attempt of the parked customer. */
          parkedAttemptId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'do-not-call.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          source: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isNew: boolean;
            phone: string;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'do-not-call.take-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          why: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            phone: string;
            removed: boolean;
            reopened: number;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'events.read': {
    parameters: {
      query?: {
        /** @description The cursor of the last event that was dealt with. Absent: from the beginning. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: components['schemas']['StoredEvent'][];
            /** @description Ask again at once, from the last cursor. */
            hasMore: boolean;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'imports.rejects': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'imports.undo': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Leads that were there before: they stay as they are now. */
            kept: number;
            removed: number;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'kill-switch.turn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          on: boolean;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.check-expression': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Codes of the campaign; without them, none is doubted.
           * @default []
           */
          dispositions?: string[];
          /** @description null: every lead is taken. */
          filter: string | null;
          lists: string[];
          /** @default null */
          score?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckedExpressions'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.vocabulary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fields: {
              about: string;
              /** @description Other names of the field. */
              also: string[];
              /** @enum {string} */
              holds: 'text' | 'number';
              name: string;
            }[];
            functions: {
              about: string;
              form: string;
            }[];
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        leadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadFile'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'leads.search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          listId?: string;
          query: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description There are more than the 50 that are shown. */
            isCut: boolean;
            leads: components['schemas']['FoundLead'][];
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'links.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accountId: string;
            name: string;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'links.use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          token: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'lists.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListFigures'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'lists.imports': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListImport'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'monitoring.stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'nodes.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Node'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'nodes.drain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'reports.read': {
    parameters: {
      query?: {
        agentId?: string;
        from?: string;
        listId?: string;
        to?: string;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Report'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'reports.agent-days': {
    parameters: {
      query: {
        /** @description A day in the agency's time zone. */
        day: string;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgentDays'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'reports.csv': {
    parameters: {
      query?: {
        agentId?: string;
        from?: string;
        listId?: string;
        to?: string;
      };
      header?: never;
      path: {
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'session.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'session.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accountId: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'session.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'session.password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          present: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'tokens.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Token'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'tokens.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Null: it does not run out. */
          days: number | null;
          scopes: (
            | 'campaigns:read'
            | 'campaigns:write'
            | 'leads:read'
            | 'leads:write'
            | 'callbacks:read'
            | 'callbacks:write'
            | 'reports:read'
            | 'events:read'
            | 'compliance:read'
            | 'compliance:write'
          )[];
          tokenId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewToken'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'tokens.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'tokens.scopes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            allows: string;
            /** @enum {string} */
            scope:
              | 'campaigns:read'
              | 'campaigns:write'
              | 'leads:read'
              | 'leads:write'
              | 'callbacks:read'
              | 'callbacks:write'
              | 'reports:read'
              | 'events:read'
              | 'compliance:read'
              | 'compliance:write';
          }[];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          size: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.do-not-call': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Country of numbers written without a country code (ISO 3166-1). */
          defaultCountry: string;
          /**
           * @description True: what can be read is taken, although lines cannot.
           * @default false
           */
          isPartial?: boolean;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListTaking'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.import': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListTaking'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.part': {
    parameters: {
      query: {
        /** @description Bytes that came before. */
        offset: number;
      };
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.preview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListReading'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListPreview'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'uploads.rejects': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'][];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What happens from now on, or everything that the store holds.
           * @default now
           * @enum {string}
           */
          from?: 'now' | 'beginning';
          /** @description E.g. 'attempt.closed', or 'attempt.*' for a family; none: all. */
          kinds: string[];
          url: string;
          webhookId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewWebhook'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.dead-letters': {
    parameters: {
      query?: {
        /** @description `more` of the answer before; absent: from the beginning. */
        after?: string;
      };
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            letters: components['schemas']['DeadLetter'][];
            /** @description Ask again with `after` for what follows; null: these are all. */
            more: string | null;
          };
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.dismiss-dead-letter': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deadLetterId: string;
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Followed'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.send-dead-letter': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deadLetterId: string;
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTried'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.test': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTried'];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  'webhooks.kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            kind: string;
            meaning: string;
          }[];
        };
      };
      /** @description Nobody is logged in, or the token is unknown. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Role or scopes do not allow it, or the request comes from a foreign page. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The order cannot be followed as things stand. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Fields that cannot be used: each with its value and what to write instead. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Too many requests: the header retry-after says when to try again. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description The database does not answer, or the server is being stopped. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
}
