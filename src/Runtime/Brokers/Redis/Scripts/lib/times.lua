-- Arithmetic that ends at the end of time, which is the last millisecond that a client can read.
local LAST = 253402300799999

local function after(milliseconds)
  return math.min(now + milliseconds, LAST)
end
