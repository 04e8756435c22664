namespace TaskGen.Generator.Model;

/// <summary>
/// Represents the unknown type of a service that can be a client of the same assembly, which does not exist yet when the task is parsed.
/// </summary>
/// <param name="Candidates">The fully qualified names that the type can have.</param>
internal sealed record ClientReference(EquatableArray<string> Candidates);
