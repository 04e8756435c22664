using System.Text.Json;

namespace TaskGen;

/// <summary>One payload parameter of a task.</summary>
/// <param name="Name">Its exact name in the JSON object of the arguments.</param>
/// <param name="IsRequired">Whether it must be there; false: it has a default.</param>
/// <param name="JsonSchema">What its values look like, as a JSON Schema.</param>
public sealed record TaskParameterDescriptor(string Name, bool IsRequired, JsonElement JsonSchema)
{
    /// <summary>
    /// Whether its values, or members of them, must not be seen by people: <see cref="ITaskRegistry.MaskArguments"/> hides them.
    /// </summary>
    public bool IsSensitive { get; init; }
}
