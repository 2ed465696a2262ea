/** The texts of the page behind a one-time link, where a first password is chosen. */

export const FIRST_PASSWORD_TEXTS = {
  title: 'Welcome, {name}',
  about: 'Choose a password for the account “{account}”. This link works once.',
  password: 'New password',
  hint: 'At least 12 characters. Four words are easier to remember than eight signs.',
  again: 'The same again',
  differs: 'The two do not match.',
  submit: 'Set the password and log in',
} as const;
