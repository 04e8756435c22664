using System.Collections.Immutable;
using TaskGen.Generator.ContractFile;

namespace TaskGen.Generator.Rules.Contract;

/// <summary>The properties by which a diagnostic passes to its code fix the line of the contract file to write or to remove.</summary>
internal static class ContractProperties
{
    /// <summary>The wire name of the task that the line describes, or the wire name that the task should have.</summary>
    public const string Name = nameof(Name);

    /// <summary>The text of the line; missing if the line should be removed.</summary>
    public const string Line = nameof(Line);

    /// <summary>The name of a parameter that is required as a whole; missing if a member of a parameter is required.</summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>Returns the properties that identify the line of a task.</summary>
    public static ImmutableDictionary<string, string?> Of(string name) => ImmutableDictionary<string, string?>.Empty.Add(Name, name);

    /// <summary>Returns the properties that identify the line of a task and contain its new text.</summary>
    public static ImmutableDictionary<string, string?> Of(TaskContract contract) =>
        Of(contract.Name).Add(Line, ContractWriter.Write(contract));
}
