using System.Text.Json;
using TaskGen.Client;
using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>
/// The members of a rule or of its <c>params</c>, while they are read: each is asked for, and what nobody asks for is wrong.
/// </summary>
internal sealed class ConditionParts
{
    private readonly string _condition;
    private readonly string _where;
    private readonly ConditionErrors _errors;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <param name="condition">The name of the rule.</param>
    /// <param name="json">An object.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    /// <param name="where">What stands before the name of a member in messages.</param>
    public ConditionParts(string condition, JsonElement json, ConditionErrors errors, string where = "")
    {
        _condition = condition;
        _where = where;
        _errors = errors;
        foreach (var (name, value) in ConditionJson.Members(json))
        {
            if (!_members.TryAdd(name, value))
            {
                Wrong(name, "is there more than once");
            }
        }
    }

    /// <summary>A member of any kind; undefined where it is missing.</summary>
    public JsonElement Any(string name)
    {
        if (!_members.TryGetValue(name, out var value))
        {
            Wrong(name, "is missing");
        }

        return value;
    }

    /// <summary>A text; empty where it is missing or something else.</summary>
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

    /// <summary>An object; undefined where it is missing or something else.</summary>
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

    /// <summary>An object that may be left out.</summary>
    public JsonElement Object(string name, JsonElement missing) => _members.ContainsKey(name) ? Object(name) : missing;

    /// <summary>A number; undefined where it is missing or something else.</summary>
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

    /// <summary>Notes what is there beyond what is known.</summary>
    public void Expect(params ReadOnlySpan<string> names)
    {
        string[] known = [.. names];
        foreach (var name in _members.Keys.Except(known, StringComparer.Ordinal))
        {
            Wrong(name, $"is not known here{NearNames.Hint(name, known)}");
        }
    }

    private void Expected(string name, JsonElement value, string what)
    {
        // A missing one is noted already.
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            Wrong(name, $"must be {what}");
        }
    }

    private void Wrong(string name, string problem) => _errors.Add(_condition, $"'{_where}{WireNames.Show(name)}' {problem}");
}
