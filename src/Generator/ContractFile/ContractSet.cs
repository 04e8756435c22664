using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.ContractFile;

/// <summary>Represents the lines of all contract files in a project.</summary>
internal sealed class ContractSet
{
    private readonly Dictionary<string, ContractEntry> _byName = new(StringComparer.Ordinal);

    private ContractSet(ImmutableArray<ContractEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            if (entry.Name is not null && !_byName.ContainsKey(entry.Name))
            {
                _byName.Add(entry.Name, entry);
            }
        }
    }

    /// <summary>Gets the lines of all files that are neither empty nor comments.</summary>
    public ImmutableArray<ContractEntry> Entries { get; }

    /// <summary>Reads the contract files.</summary>
    /// <returns>The lines; null if the project has no contract file.</returns>
    public static ContractSet? Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var contracts = files.RemoveAll(static file => !ContractLines.IsContractFile(file.Path))
            .Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        if (contracts.IsEmpty)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<ContractEntry>();
        string? last = null;
        foreach (var file in contracts)
        {
            // A project file can explicitly include a contract file that the package has already included.
            if (file.Path != last && file.GetText(cancellationToken) is { } text)
            {
                entries.AddRange(ContractLines.Read(file.Path, text));
            }

            last = file.Path;
        }

        return new ContractSet(entries.ToImmutable());
    }

    /// <summary>Returns the first line with the specified task name; null if there is none.</summary>
    public ContractEntry? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry : null;
}
