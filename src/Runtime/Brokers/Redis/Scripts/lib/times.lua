-- Adds a duration to a time. The result is never later than LAST, the last millisecond of the year 9999, which is the latest time that a
-- client can read.
local LAST = 253402300799999

local function after(milliseconds)
  return math.min(now + milliseconds, LAST)
end
