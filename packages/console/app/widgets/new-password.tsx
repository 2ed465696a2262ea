/** The two fields of a new password: the password, and the same again. */
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { TEXTS } from '../texts.js';

/** A new password as it is being written. */
export interface NewPassword {
  readonly password: string;
  readonly again: string;
  /** Both are filled, and are not the same. */
  readonly differs: boolean;
  setPassword(text: string): void;
  setAgain(text: string): void;
}

/** The state of the two fields. */
export function useNewPassword(): NewPassword {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  return { password, again, differs: again !== '' && again !== password, setPassword, setAgain };
}

/** `problem`: what the server says of the password. */
export function NewPasswordFields({
  fields: { password, again, differs, setPassword, setAgain },
  problem,
  autoFocus = false,
}: {
  readonly fields: NewPassword;
  readonly problem: string | undefined;
  readonly autoFocus?: boolean;
}) {
  return (
    <>
      <PasswordInput
        label={TEXTS.link.password}
        description={TEXTS.link.hint}
        autoComplete="new-password"
        required
        withAsterisk={false}
        autoFocus={autoFocus}
        minLength={12}
        value={password}
        error={problem}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        label={TEXTS.link.again}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={again}
        error={differs ? TEXTS.link.differs : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </>
  );
}
