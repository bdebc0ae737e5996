#!lua name=desk
-- Every queue is a sorted set of its operators. A score packs how many chats an operator has
-- above the turn in which they last began or ended one: the least busy come first, then the
-- longest idle. Doubles are exact up to 2^53, so three chats leave 2^51 turns.
local CHAT = 2 ^ 51

local function stand(operator, chats)
    local score = string.format('%.0f', chats * CHAT + redis.call('INCR', 'turn'))
    for _, queue in ipairs(redis.call('LRANGE', 'queues:' .. operator, 0, -1)) do
        redis.call('ZADD', queue, score, operator)
    end
end

-- A patron asks: the best operator of the queue is offered the chat, and a place is kept.
local function open(keys, args)
    local best = redis.call('ZRANGE', keys[1], 0, 0, 'WITHSCORES')
    local chats = math.floor(tonumber(best[2]) / CHAT)
    if chats >= tonumber(args[2]) then
        return redis.error_reply('nobody is free')
    end
    stand(best[1], chats + 1)
    redis.call('HSET', 'offered', args[1], best[1])
    return { best[1], chats }
end

-- The operator who was offered a chat takes it.
local function claim(_, args)
    if redis.call('HGET', 'offered', args[1]) ~= args[2] then
        return redis.error_reply('not offered to them')
    end
    redis.call('HDEL', 'offered', args[1])
    redis.call('HSET', 'answering', args[1], args[2])
    return redis.status_reply('OK')
end

-- The operator who answers a chat ends it.
local function close(_, args)
    local operator = redis.call('HGET', 'answering', args[1])
    if not operator then
        return redis.error_reply('not answered')
    end
    redis.call('HDEL', 'answering', args[1])
    local queue = redis.call('LINDEX', 'queues:' .. operator, 0)
    local score = tonumber(redis.call('ZSCORE', queue, operator))
    stand(operator, math.floor(score / CHAT) - 1)
    return redis.status_reply('OK')
end

redis.register_function('open', open)
redis.register_function('claim', claim)
redis.register_function('close', close)
