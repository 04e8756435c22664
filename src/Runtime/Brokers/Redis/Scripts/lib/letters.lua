-- Stores dead letters in a list, newest first. An entry is "<time in ms> <length of reason> <length of failure>\n", followed by reason,
-- failure, and envelope.
local function bury(envelope, reason, failure)
  local entry = string.format('%.0f %d %d\n', now, #reason, #failure) .. reason .. failure .. envelope
  local over = redis.call('LPUSH', letters, entry) - max_letters
  if over > 0 then
    local gone = redis.call('RPOP', letters, math.min(over, 200))
    redis.call('INCRBY', dropped, #gone)
  end
end
