namespace TaskGen.Generator.Model;

/// <summary>The entry of a task in the registry. It contains names only.</summary>
/// <param name="TaskTypeName">The fully qualified name of the generated task type.</param>
/// <param name="WireName">The wire name of the task.</param>
/// <param name="Aliases">The other wire names of the task.</param>
/// <param name="Declaration">The name of the method in messages.</param>
internal sealed record RegistryEntry(string TaskTypeName, string WireName, EquatableArray<string> Aliases, string Declaration);
