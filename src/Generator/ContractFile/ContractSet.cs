using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.ContractFile;

/// <summary>All that the contract files of a project say.</summary>
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

    /// <summary>Every line that is meant for a task, file by file.</summary>
    public ImmutableArray<ContractEntry> Entries { get; }

    /// <summary>Reads the contract files.</summary>
    /// <returns>The lines; null where there is no such file.</returns>
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
            // A project may name a file that the package has named already.
            if (file.Path != last && file.GetText(cancellationToken) is { } text)
            {
                entries.AddRange(ContractLines.Read(file.Path, text));
            }

            last = file.Path;
        }

        return new ContractSet(entries.ToImmutable());
    }

    /// <summary>The line of a name, of several the first; null where it has none.</summary>
    public ContractEntry? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry : null;
}
