// The same names for `import`.

import testing from "./testing.js";

export const { Desk, checkDesk, deskSteps } = testing;
