/** The `script` section: what the agent says, page by page. */
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { linesOfText, plainText } from '../limited-values.js';
import { LIMITS } from '@outdial/core';

const choiceSchema = z.strictObject({
  label: plainText('scriptLabel').describe('What the button says, such as an answer of the person.'),
  page: identifier('Page that it leads to.'),
});

export const scriptSchema = z
  .strictObject({
    pages: z
      .array(
        z.strictObject({
          id: identifier('Names the page; the first one is shown when the call comes.'),
          title: plainText('scriptLabel').exactOptional().describe('Heading of the page.'),
          text: linesOfText('scriptText').describe(
            'What to say. {first name} is that field of the lead; {first name|there} says what stands ' +
              'where it is empty; {agent}, {phone}, {campaign} and {seller} are known of every call.',
          ),
          choices: z
            .array(choiceSchema)
            .max(LIMITS.scriptChoices.max)
            .default([])
            .describe('Where it goes on from here.'),
        }),
      )
      .min(1)
      .max(LIMITS.scriptPages.max)
      .describe('Pages.'),
  })
  .describe(
    "The script that the agent's desk shows with the person. It may be changed while the campaign runs.",
  );
