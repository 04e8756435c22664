-- An envelope is the binary form of a task. It is stored in two parts: the lease key (fencing number and id, 20 bytes), and the rest,
-- which begins with the version. The offsets below are relative to the start of the rest.
-- USES: times
local HEADER = 48
local NEVER = '\0\0\0\0\0\0\0\0'

local function id_of(field)
  return string.sub(field, 5)
end

-- Determines from the flags whether the task can have a record. The record might still be missing.
local function may_have_record(rest)
  return string.byte(rest, 4) % 2 == 1
end

local function crashes_of(rest)
  return string.byte(rest, 3)
end

-- Returns the time at which the task expires, or nil if it never expires.
local function deadline_of(rest)
  if string.sub(rest, 17, 24) == NEVER then
    return nil
  end
  return math.max(0, math.min(struct.unpack('<i8', rest, 17), LAST))
end

local function with_crashes(rest, crashes)
  return string.sub(rest, 1, 2) .. string.char(crashes) .. string.sub(rest, 4)
end

-- Returns the rest with the attempt number increased by one, up to 65,535, which is the maximum of the field.
local function with_attempt(rest)
  local attempts = math.min(struct.unpack('<I2', rest, 5) + 1, 65535)
  return string.sub(rest, 1, 4) .. struct.pack('<I2', attempts) .. string.sub(rest, 7)
end

local function with_deferral(rest)
  local deferrals = math.min(string.byte(rest, 25) + 1, 255)
  return string.sub(rest, 1, 24) .. string.char(deferrals) .. string.sub(rest, 26)
end

local function next_fence(field)
  return struct.pack('<I4', (struct.unpack('<I4', field) + 1) % 4294967296) .. id_of(field)
end
