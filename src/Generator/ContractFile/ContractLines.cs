using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Reads the lines of a contract file. A contract file has one line per task, comment lines that start with <c>#</c>, and empty lines. A
/// project can have several contract files in different folders, which are combined.
/// </summary>
internal static class ContractLines
{
    /// <summary>The file name of every contract file, regardless of its folder.</summary>
    public const string Name = "TaskContracts.txt";

    /// <summary>Determines whether a path is that of a contract file.</summary>
    public static bool IsContractFile(string? path) =>
        path is not null && Path.GetFileName(path).Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the lines of a file that are neither empty nor comments, in order.</summary>
    public static ImmutableArray<ContractEntry> Read(string path, SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<ContractEntry>();
        foreach (var line in text.Lines)
        {
            var content = text.ToString(line.Span);
            if (IsForTask(content))
            {
                var contract = ContractReader.Read(content, out var problem);
                entries.Add(new ContractEntry(contract?.Name ?? FirstName(content), contract, problem, path, text, line));
            }
        }

        return entries.ToImmutable();
    }

    private static bool IsForTask(string line)
    {
        var content = line.TrimStart();
        return content.Length > 0 && content[0] != '#';
    }

    // The name can be read even if the rest of the line has a syntax error.
    private static string? FirstName(string line)
    {
        var content = line.Trim();
        var end = content.IndexOf('(');
        var name = (end < 0 ? content : content.Substring(0, end)).TrimEnd();
        return WireNames.IsValid(name) ? name : null;
    }
}
