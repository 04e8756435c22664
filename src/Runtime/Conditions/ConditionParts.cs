using System.Text.Json;
using TaskGen.Client;
using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>
/// Reads the members of a rule or of its <c>params</c>. If a member is missing, repeated, unknown, or of the wrong kind, a problem is added
/// to the errors.
/// </summary>
internal sealed class ConditionParts
{
    private readonly string _condition;
    private readonly string _where;
    private readonly ConditionErrors _errors;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <param name="condition">The name of the rule.</param>
    /// <param name="json">The object whose members are read.</param>
    /// <param name="errors">The list to which problems are added.</param>
    /// <param name="where">The prefix of member names in messages.</param>
    public ConditionParts(string condition, JsonElement json, ConditionErrors errors, string where = "")
    {
        _condition = condition;
        _where = where;
        _errors = errors;
        foreach (var (name, value) in ConditionJson.Members(json))
        {
            if (!_members.TryAdd(name, value))
            {
                Wrong(name, "appears more than once");
            }
        }
    }

    /// <summary>Returns a member of any kind, or an undefined element if the member is missing.</summary>
    public JsonElement Any(string name)
    {
        if (!_members.TryGetValue(name, out var value))
        {
            Wrong(name, "is missing");
        }

        return value;
    }

    /// <summary>Returns a string member, or an empty string if the member is missing or not a string.</summary>
    public string Text(string name)
    {
        var value = Any(name);
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return value.GetString()!;
            }
            catch (InvalidOperationException)
            {
                Wrong(name, "is not valid Unicode");
                return "";
            }
        }

        Expected(name, value, "a string");
        return "";
    }

    /// <summary>Returns an object member, or an undefined element if the member is missing or not an object.</summary>
    public JsonElement Object(string name)
    {
        var value = Any(name);
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value;
        }

        Expected(name, value, "a JSON object");
        return default;
    }

    /// <summary>Returns an optional object member, or the specified value if the member is missing.</summary>
    public JsonElement Object(string name, JsonElement missing) => _members.ContainsKey(name) ? Object(name) : missing;

    /// <summary>Returns a number member, or an undefined element if the member is missing or not a number.</summary>
    public JsonElement Number(string name)
    {
        var value = Any(name);
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value;
        }

        Expected(name, value, "a number");
        return default;
    }

    /// <summary>Adds a problem for each member whose name is not in the list.</summary>
    public void Expect(params ReadOnlySpan<string> names)
    {
        string[] known = [.. names];
        foreach (var name in _members.Keys.Except(known, StringComparer.Ordinal))
        {
            Wrong(name, $"is not a known property{NearNames.Hint(name, known)}");
        }
    }

    private void Expected(string name, JsonElement value, string what)
    {
        // For a missing member, a problem has already been added.
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            Wrong(name, $"must be {what}");
        }
    }

    private void Wrong(string name, string problem) => _errors.Add(_condition, $"'{_where}{WireNames.Show(name)}' {problem}");
}
