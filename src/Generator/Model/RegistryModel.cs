namespace TaskGen.Generator.Model;

/// <summary>One assembly's registry.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Tasks">Its tasks, in order.</param>
/// <param name="Clients">Its clients, in order.</param>
/// <param name="JsonContexts">The JSON contexts it names, in order.</param>
/// <param name="Conditions">Its conditions, in order, each name once.</param>
/// <param name="ExperimentalIds">Ids of experimental features that calling the conditions touches.</param>
internal sealed record RegistryModel(
    AssemblyModel Assembly,
    EquatableArray<RegistryEntry> Tasks,
    EquatableArray<string> Clients,
    EquatableArray<string> JsonContexts,
    EquatableArray<ConditionModel> Conditions,
    EquatableArray<string> ExperimentalIds)
{
    /// <summary>Whether there is anything to register.</summary>
    public bool HasModule => Tasks.Count + JsonContexts.Count + Conditions.Count > 0;
}
