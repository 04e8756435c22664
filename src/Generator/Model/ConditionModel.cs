namespace TaskGen.Generator.Model;

/// <summary>Represents a condition method, with the data that is required to register it.</summary>
/// <param name="Name">The name that condition rules use.</param>
/// <param name="Method">The fully qualified name of the method in generated code.</param>
/// <param name="Declaration">The name of the method for messages.</param>
/// <param name="DocumentationId">The documentation id of the method, which is unique in the assembly.</param>
/// <param name="ExperimentalIds">The diagnostic ids of the experimental features that a call of the method uses.</param>
internal sealed record ConditionModel(
    string Name, string Method, string Declaration, string DocumentationId, EquatableArray<string> ExperimentalIds);
