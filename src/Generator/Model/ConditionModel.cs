namespace TaskGen.Generator.Model;

/// <summary>A condition, with the data that its registration needs.</summary>
/// <param name="Name">The name that rules use.</param>
/// <param name="Method">The fully qualified name of the method in generated code.</param>
/// <param name="Declaration">The name of the method in messages.</param>
/// <param name="DocumentationId">The documentation id of the method, which is unique in the assembly.</param>
/// <param name="ExperimentalIds">The ids of the experimental features that a call of the method uses.</param>
internal sealed record ConditionModel(
    string Name, string Method, string Declaration, string DocumentationId, EquatableArray<string> ExperimentalIds);
