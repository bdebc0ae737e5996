// The same names for `require`.

import refdesk = require("refdesk");

const router: refdesk.Router = new refdesk.Router();
const events: refdesk.Event[] = router.apply({ type: "host" }, { type: "addInstitution", institution: "ames" });

export = events;
