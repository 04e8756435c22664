using System.Text.Json;

namespace TaskGen;

/// <summary>Describes one payload parameter of a task.</summary>
/// <param name="Name">The exact name of the parameter in the JSON object of the arguments.</param>
/// <param name="IsRequired">
/// <see langword="true"/> if an argument is required; <see langword="false"/> if the parameter has a default value.
/// </param>
/// <param name="JsonSchema">The JSON Schema of the values of the parameter.</param>
public sealed record TaskParameterDescriptor(string Name, bool IsRequired, JsonElement JsonSchema)
{
    /// <summary>
    /// Gets a value that indicates whether the parameter, or a member of its type, is sensitive. <see cref="ITaskRegistry.MaskArguments"/>
    /// masks sensitive values.
    /// </summary>
    public bool IsSensitive { get; init; }
}
