using System.Collections.Immutable;
using TaskGen.Generator.ContractFile;

namespace TaskGen.Generator.Rules.Contract;

/// <summary>
/// The keys in <c>Diagnostic.Properties</c> with which a diagnostic tells its code fix which line of the contract file to write or remove.
/// </summary>
internal static class ContractProperties
{
    /// <summary>The key for the wire name of the task that the line describes, or for the wire name that the task should have.</summary>
    public const string Name = nameof(Name);

    /// <summary>The key for the new text of the line. The property is missing if the line should be removed.</summary>
    public const string Line = nameof(Line);

    /// <summary>
    /// The key for the name of a parameter that is now required. The property is missing if only a member of a parameter is now required.
    /// </summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>Returns the diagnostic properties that identify the line of a task.</summary>
    public static ImmutableDictionary<string, string?> Of(string name) => ImmutableDictionary<string, string?>.Empty.Add(Name, name);

    /// <summary>Returns the diagnostic properties that identify the line of a task and contain its new text.</summary>
    public static ImmutableDictionary<string, string?> Of(TaskContract contract) =>
        Of(contract.Name).Add(Line, ContractWriter.Write(contract));
}
