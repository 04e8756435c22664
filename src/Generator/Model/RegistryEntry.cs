namespace TaskGen.Generator.Model;

/// <summary>What the registry knows of one task: names only.</summary>
/// <param name="TaskTypeName">The generated task type.</param>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Aliases">Its other names on the wire.</param>
/// <param name="Declaration">The method as messages name it.</param>
internal sealed record RegistryEntry(string TaskTypeName, string WireName, EquatableArray<string> Aliases, string Declaration);
