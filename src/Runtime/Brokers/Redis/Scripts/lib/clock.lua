-- The time of the broker's clock, in milliseconds since 1970. The value does not change within a step.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local now_text = string.format('%.0f', now)

-- Sets the TTL of a key. Redis removes a key only after its expiration time has passed. Therefore, the TTL is reduced by 1 ms, so that
-- the key is already missing at that time.
local function expire(key, milliseconds)
  redis.call('PEXPIREAT', key, now + milliseconds - 1)
end

-- Removes the TTL of a key.
local function keep(key)
  redis.call('PERSIST', key)
end
