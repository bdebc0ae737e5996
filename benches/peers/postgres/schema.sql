CREATE TABLE operators (
    operator text PRIMARY KEY,
    chats integer NOT NULL,
    -- When they last began or ended a chat.
    turn bigint NOT NULL
-- Room for new versions of a row beside the old one, so that an update touches no index.
) WITH (fillfactor = 50);

-- Each has a copy of its operator's standing, so that an index gives the best of a queue: that is
-- faster than to look at all its operators and sort them. Who changes a copy has locked the
-- operator.
CREATE TABLE memberships (
    operator text NOT NULL REFERENCES operators,
    queue text NOT NULL,
    chats integer NOT NULL,
    turn bigint NOT NULL,
    PRIMARY KEY (operator, queue)
);

CREATE INDEX standings ON memberships (queue, chats, turn);

CREATE TABLE chats (
    chat text PRIMARY KEY,
    operator text NOT NULL REFERENCES operators,
    answered boolean NOT NULL
);

CREATE SEQUENCE turn;
