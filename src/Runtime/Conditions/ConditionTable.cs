using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TaskGen.Conditions;

/// <summary>Maps the function names that rules use to the condition methods of the application.</summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<string, (Func<JsonElement, JsonElement, bool> Condition, string? Declaration)> _conditions = new(
        StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _conditions.Keys;

    /// <exception cref="InvalidOperationException">Another condition has the same name.</exception>
    public void Add(string name, Func<JsonElement, JsonElement, bool> condition, string? declaration)
    {
        if (!_conditions.TryAdd(name, (condition, declaration)))
        {
            throw new InvalidOperationException(
                $"Two conditions have the name '{name}': {Show(_conditions[name].Declaration)} and {Show(declaration)}. "
                + "Give one of them a different name with [Condition(\"...\")] or in the call to AddCondition.");
        }
    }

    public bool TryFind(string name, [NotNullWhen(true)] out Func<JsonElement, JsonElement, bool>? condition)
    {
        var found = _conditions.TryGetValue(name, out var entry);
        condition = entry.Condition;
        return found;
    }

    private static string Show(string? declaration) => declaration ?? "a function passed to AddCondition";
}
