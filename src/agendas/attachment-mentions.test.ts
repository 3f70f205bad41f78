import { expect, test } from "vitest";
import { attachmentMentions, missingAttachments } from "./attachment-mentions.ts";

test.each([
  ["Tallene fremgår af bilag 2.", [2, null]],
  ["Se bilag 1, 2 og 4.", [1, 2, 4, null]],
  ["Bilag 1-3 viser planen.", [1, 3]],
  ["Forslaget (bilag nr. 5) er nyt.", [5]],
  ["Kortet er i bilag B.", [2, null]],
  ["Høringssvarene er vedlagt.", [null]],
  ["Rapporten vedhæftes.", [null]],
  ["Jf. bilaget.", [null]],
  ["Rapporten er ikke vedlagt.", []],
  ["Der er ingen bilag til sagen.", []],
  ["Bilag a la carte", []],
  ["Bilag 2024 blev vedtaget.", []],
  ["Der er 3 bilag.", []],
])("%s", (text, numbers) => {
  expect(attachmentMentions(text).map(({ number }) => number)).toEqual(numbers);
});

test.each([
  ["Se bilag 2.", ["Kort"], [2]],
  ["Se bilag 2.", ["Kort", "Regneark"], []],
  ["Se bilag 4.", ["Bilag 4 - Kort"], []],
  ["Se bilag 1.", [], [1]],
  ["Planen er vedlagt.", [], [null]],
  ["Planen er vedlagt.", ["Plan"], []],
  ["Bilag 3 og igen bilag 3.", [], [3]],
])("%s with %j", (text, attachments, missing) => {
  expect(missingAttachments(text, attachments).map(({ number }) => number)).toEqual(missing);
});
