"""A whole host: the desk of one library, a chat that nobody answers, and a clock that a person could have moved."""

import json

import refdesk as r

SETUP = """{
    "institutions": [{"id": "ames"}],
    "operators": [{"id": "ana", "institution": "ames", "capacity": 2}],
    "queues": [{"id": "desk", "institution": "ames", "assigned": ["ana"], "policy": {"levels": [
        {"pool": [{"type": "assigned"}], "ring": {"type": "all", "lapseAfter": "40 s"}}
    ]}}]
}"""


# The ten lines.
def step(router: r.Router, now: int, by: r.Actor, action: r.Action) -> r.Deadline | None:
    events = router.advance(now)
    try:
        events += router.apply(by, action)
    except r.Refused as refused:
        print(f"refused: {refused.code}")
    for event in events:
        match event:
            case r.ChatOffered(chat=chat, operator=operator):
                print(f"ring {operator} for {chat}")
            case r.OfferLapsed(chat=chat, operator=operator):
                print(f"{operator} did not answer {chat}")
    return router.deadline()


# As far as here.
def main() -> None:
    router = r.Router(now=0)
    router.apply_setup(r.Setup(json.loads(SETUP)))
    ana, pat = r.Actor.Operator("ana"), r.Actor.Patron("pat")
    step(router, 0, ana, r.SetPresence("ana", "tab-1", show="available"))
    alarm = step(router, 1_000, pat, r.OpenChat("c1", "desk", "pat"))
    assert alarm
    print(f"wake me at {alarm.at}")
    step(router, alarm.at, pat, r.OpenChat("c1", "desk", "pat"))


if __name__ == "__main__":
    main()
