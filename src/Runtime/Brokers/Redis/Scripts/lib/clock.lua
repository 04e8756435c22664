-- The broker's clock: milliseconds since 1970, the same for the whole step.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local now_text = string.format('%.0f', now)

-- Redis keeps a key until its time is past; here it is gone when its time has come.
local function expire(key, milliseconds)
  redis.call('PEXPIREAT', key, now + milliseconds - 1)
end

-- Takes back that a key expires.
local function keep(key)
  redis.call('PERSIST', key)
end
