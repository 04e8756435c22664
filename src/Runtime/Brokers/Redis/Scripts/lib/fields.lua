-- Fields of a hash on their way into one write: name, value, name, value.
local function add(fields, name, value)
  fields[#fields + 1] = name
  fields[#fields + 1] = value
end

-- Adds a field that may be missing: '' stands for none.
local function add_given(fields, name, value)
  if value ~= '' then
    add(fields, name, value)
  end
end
