/** The texts of the screen to log in. */

export const LOG_IN_TEXTS = {
  title: 'Log in',
  account: 'Name',
  password: 'Password',
  again: 'Your session has ended. Log in again: what you were writing is kept.',
  notDone: 'Your last order was not done: the session had ended. Give it again.',
  submit: 'Log in',
  lost: 'No password? Ask your administrator for a link.',
} as const;
