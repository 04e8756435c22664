namespace TaskGen.Generator.Model;

/// <summary>Represents the entry of a task in the registry of its assembly. It contains only names.</summary>
/// <param name="TaskTypeName">The fully qualified name of the generated task type.</param>
/// <param name="WireName">The wire name of the task.</param>
/// <param name="Aliases">The other wire names of the task.</param>
/// <param name="Declaration">The name of the method for messages.</param>
internal sealed record RegistryEntry(string TaskTypeName, string WireName, EquatableArray<string> Aliases, string Declaration);
