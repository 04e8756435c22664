using System.Collections.Immutable;
using TaskGen.Generator.ContractFile;

namespace TaskGen.Generator.Rules.Contract;

/// <summary>What a diagnostic tells its fix: which line of the contract file to write, or that it shall be gone.</summary>
internal static class ContractProperties
{
    /// <summary>The wire name that the line is for, or that the task shall be called.</summary>
    public const string Name = nameof(Name);

    /// <summary>The line; not there where it shall be gone.</summary>
    public const string Line = nameof(Line);

    /// <summary>A parameter that is new itself, not something inside one.</summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>Names a line.</summary>
    public static ImmutableDictionary<string, string?> Of(string name) => ImmutableDictionary<string, string?>.Empty.Add(Name, name);

    /// <summary>Names a line and what shall stand there.</summary>
    public static ImmutableDictionary<string, string?> Of(TaskContract contract) =>
        Of(contract.Name).Add(Line, ContractWriter.Write(contract));
}
