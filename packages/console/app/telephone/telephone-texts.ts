/** Texts of the telephone in the browser. */

export const TELEPHONE_TEXTS = {
  states: {
    off: '',
    starting: 'The telephone starts. Allow the microphone where the browser asks.',
    denied:
      'The browser keeps the microphone from this page. Click the sign beside the address, allow the ' +
      'microphone, and try again.',
    missing: 'There is no microphone. Plug the headset in: it is found by itself.',
    insecure: 'Browsers open microphones on https: pages only. Ask your administrator for such an address.',
    ready: 'The telephone is ready.',
    call: 'The headset is on the line.',
    muffled: 'The browser plays no sound before you click.',
    lost: 'The telephone has lost its connection. It is tried again; customers on the line stay there.',
    elsewhere: 'Another window of yours has the telephone.',
    unavailable: 'The telephone cannot be started.',
  },
  useHere: 'Use it here',
  listen: 'Hear',
};
