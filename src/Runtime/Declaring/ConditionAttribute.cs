namespace TaskGen;

/// <summary>
/// Makes a static method, <c>bool Name(JsonElement data, JsonElement parameters)</c>, a condition that rules name as a
/// <c>custom_function</c>: it is given the data and the rule's <c>params</c>.
/// </summary>
/// <param name="name">The name in rules: 1 to 200 characters out of A-Z, a-z, 0-9, '.', '_' and '-'.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConditionAttribute(string name) : Attribute
{
    /// <summary>The name in rules.</summary>
    public string Name { get; } = name;
}
