-- Builds the fields of a hash for one HSET command: name, value, name, value.
local function add(fields, name, value)
  fields[#fields + 1] = name
  fields[#fields + 1] = value
end

-- Adds a field, unless the value is '', which represents a missing value.
local function add_given(fields, name, value)
  if value ~= '' then
    add(fields, name, value)
  end
end
