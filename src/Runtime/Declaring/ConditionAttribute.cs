namespace TaskGen;

/// <summary>Makes a static method available to condition rules as a <c>custom_function</c>.</summary>
/// <remarks>
/// The method must have the signature <c>static bool Name(JsonElement data, JsonElement parameters)</c>. It receives the data that the
/// rules are checked against and the <c>params</c> of the rule. It returns <see langword="true"/> if the condition is met.
/// </remarks>
/// <param name="name">
/// The name that rules use for the method: 1 to 200 characters from A-Z, a-z, 0-9, <c>.</c>, <c>_</c>, and <c>-</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConditionAttribute(string name) : Attribute
{
    /// <summary>Gets the name that rules use for the method.</summary>
    public string Name { get; } = name;
}
