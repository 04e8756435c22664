namespace TaskGen.Generator.Model;

/// <summary>One condition: all that is needed to register it.</summary>
/// <param name="Name">The name in rules.</param>
/// <param name="Method">The method as generated code names it.</param>
/// <param name="Declaration">The method as messages name it.</param>
/// <param name="DocumentationId">The method as doc comments name it, which no two methods of an assembly share.</param>
/// <param name="ExperimentalIds">Ids of experimental features that calling it touches.</param>
internal sealed record ConditionModel(
    string Name, string Method, string Declaration, string DocumentationId, EquatableArray<string> ExperimentalIds);
