// The kit for tests, as its types say.

import fc from "fast-check";
import type { Setup } from "refdesk";
import { Desk, checkDesk, deskSteps } from "refdesk/testing";

const setup: Setup = { institutions: [{ id: "ames" }] };
const rule = (desk: Desk): void => desk.router.checkInvariants();
checkDesk(setup, rule, { numRuns: 10, steps: 20, config: { digests: true }, now: new Date() });

const story = fc.commands(deskSteps(), { maxCommands: 20 });
const property = fc.property(story, (steps) => {
  const desk = new Desk(setup, {}, 0);
  fc.modelRun(() => ({ model: { desk }, real: desk }), steps);
  const waiting: string[] = desk.waiting().map((view) => view.chat);
  return waiting.length === 0;
});
// @ts-expect-error a rule is a function
checkDesk(setup, "nobody waits");

export { property };
