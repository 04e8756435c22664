-- Dead letters: a list, newest first, each entry "<at> <length of reason> <length of failure>\n", reason, failure, envelope.
local function bury(envelope, reason, failure)
  local entry = string.format('%.0f %d %d\n', now, #reason, #failure) .. reason .. failure .. envelope
  local over = redis.call('LPUSH', letters, entry) - max_letters
  if over > 0 then
    local gone = redis.call('RPOP', letters, math.min(over, 200))
    redis.call('INCRBY', dropped, #gone)
  end
end
