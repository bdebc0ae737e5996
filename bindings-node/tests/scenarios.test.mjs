// The stories of the core, unchanged: Node sees the same events.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Refused, Router } from "refdesk";
import { inFull } from "./desk.mjs";

const FOLDER = new URL("../../core/tests/scenarios/", import.meta.url);
const STORIES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

/** A host that tells a story to a router. */
class Teller {
  constructor(config) {
    this.router = new Router({ config, now: 0 });
    /** The same, told by lists of commands and as JSON. */
    this.others = [this.router.clone(), this.router.clone()];
  }

  advance(at) {
    const told = [this.router.advance(at)];
    while (this.router.deadline() !== null && this.router.deadline().at <= at) told.push(this.router.advance(at));
    const [listed, json] = this.others;
    for (const events of told) {
      assert.deepEqual(listed.advance(new Date(at)), events);
      assert.deepEqual(JSON.parse(json.advanceJson(at)), events);
    }
    return told.flat();
  }

  apply(command) {
    const full = { by: inFull(command.by), action: command.action };
    const came = attempt(() => this.router.apply(full.by, full.action));
    const [listed, json] = this.others;
    const [applied] = listed.applyAll([full]);
    assert.deepEqual(JSON.parse(json.applyJson(JSON.stringify([full]))), [applied]);
    if (came instanceof Refused) {
      assert.deepEqual(applied, { type: "refused", code: came.code, refusal: came.refusal });
    } else {
      assert.deepEqual(applied, { type: "done", events: came });
    }
    return came;
  }
}

function attempt(apply) {
  try {
    return apply();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function told(event, at) {
  const { seq, ...rest } = event;
  if (rest.at === at) delete rest.at;
  return rest;
}

for (const name of STORIES) {
  test(name.replace(".json", "").replaceAll("_", " "), () => {
    const story = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    const teller = new Teller(story.config ?? {});
    for (const command of story.given ?? []) assert.ok(Array.isArray(teller.apply(command)));
    story.steps.forEach((step, number) => {
      const seen = teller.advance(step.at);
      const came = step.do === undefined ? [] : teller.apply(step.do);
      if (came instanceof Refused) {
        assert.deepEqual(came.refusal, step.refused, `step ${number}`);
        assert.equal(came.code, step.code, `step ${number}`);
      } else {
        assert.equal(step.refused, undefined, `step ${number}`);
        seen.push(...came);
      }
      assert.deepEqual(seen.map((event) => told(event, step.at)), step.see ?? [], `step ${number}`);
      if (step.deadline !== undefined) {
        assert.equal(teller.router.deadline()?.at, step.deadline?.at, `step ${number}`);
      }
      teller.router.checkInvariants();
    });
    const restored = Router.restore(teller.router.snapshot());
    assert.equal(restored.digest(), teller.router.digest());
    assert.equal(Router.restore(restored.snapshotJson()).digest(), restored.digest());
    for (const other of teller.others) assert.equal(other.digest(), teller.router.digest());
  });
}

test("all stories are there", () => assert.ok(STORIES.length > 300, `${STORIES.length}`));
