/** The texts about the users of the console. */

export const USER_TEXTS = {
  title: 'Users',
  add: 'Add a user',
  account: 'Name to log in by',
  accountHint: 'Letters and digits. Of an agent it is also the agent’s id in reports; it cannot be changed.',
  name: 'Name shown to others',
  role: 'Role',
  roleAbout: {
    agent: 'Takes calls at the desk; sees own calls and leads only.',
    supervisor: 'Sees every agent and call, steers campaigns, may take calls.',
    manager: 'As a supervisor, with lists, campaigns and reports.',
    compliance: 'Sees what was decided about a number and why; may stop all dialing.',
    admin: 'Everything, with users and settings.',
  },
  columns: { account: 'Log-in', name: 'Name', role: 'Role', state: 'State' },
  active: 'Active',
  invited: 'Has not set a password',
  disabled: 'Disabled',
  disable: 'Disable',
  enable: 'Enable',
  link: 'New one-time link',
  linkTitle: 'One-time link for {name}',
  linkAbout: 'Give it to them by a way that only they read. It works once, until {time}.',
  copy: 'Copy',
  copied: 'Copied',
  actions: 'Actions for {name}',
} as const;
