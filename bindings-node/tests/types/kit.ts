// The kit for tests, as its types say.

import fc from "fast-check";
import type { Setup } from "refdesk";
import { Desk, checkDesk, deskSteps } from "refdesk/testing";

const setup: Setup = { institutions: [{ id: "ames" }] };
checkDesk(setup, (desk: Desk) => desk.router.checkInvariants(), { numRuns: 10, steps: 20, config: { digests: true } });

const story = fc.commands(deskSteps(), { maxCommands: 20 });
const property = fc.property(story, (steps) => {
  const desk = new Desk(setup);
  fc.modelRun(() => ({ model: { desk }, real: desk }), steps);
  const waiting: string[] = desk.waiting().map((view) => view.chat);
  return waiting.length === 0;
});
// @ts-expect-error a rule is a function
checkDesk(setup, "nobody waits");

export { property };
