namespace TaskGen.Generator.Model;

/// <summary>Represents everything that the generated module of an assembly registers.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Tasks">The tasks of the assembly, sorted by the names of their types.</param>
/// <param name="Clients">The names of the generated clients, in the order of their classes.</param>
/// <param name="JsonContexts">The JSON contexts that assembly attributes specify, sorted.</param>
/// <param name="Conditions">The conditions of the assembly, one per name, in order.</param>
/// <param name="ExperimentalIds">The diagnostic ids of the experimental features that calls of the conditions use.</param>
internal sealed record RegistryModel(
    AssemblyModel Assembly,
    EquatableArray<RegistryEntry> Tasks,
    EquatableArray<string> Clients,
    EquatableArray<string> JsonContexts,
    EquatableArray<ConditionModel> Conditions,
    EquatableArray<string> ExperimentalIds)
{
    /// <summary>The namespace of the module.</summary>
    public const string ModuleNamespace = "TaskGen.Generated";

    /// <summary>The method of the builder that registers a condition.</summary>
    public const string AddCondition = "AddCondition";

    /// <summary>Gets a value that indicates whether the assembly has anything to register.</summary>
    public bool HasModule => Tasks.Count + JsonContexts.Count + Conditions.Count > 0;
}
