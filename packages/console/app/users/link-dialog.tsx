/** Shows a one-time link, for the administrator to hand on. */
import { TEXTS, fill } from '../texts.js';
import { moment } from '../widgets/format.js';
import { ShownOnce } from '../widgets/shown-once.js';

const { users } = TEXTS;

/** A link and whom it is for. */
export interface IssuedLink {
  readonly name: string;
  readonly path: string;
  readonly expiresAt: string;
}

/** The dialog of a link. */
export function LinkDialog({
  link,
  close,
}: {
  readonly link: IssuedLink | null;
  readonly close: () => void;
}) {
  const secret = link && {
    title: fill(users.linkTitle, { name: link.name }),
    about: fill(users.linkAbout, { time: moment(link.expiresAt) }),
    text: `${window.location.origin}${link.path}`,
  };
  return <ShownOnce secret={secret} close={close} />;
}
