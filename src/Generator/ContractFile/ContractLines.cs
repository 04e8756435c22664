using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// A contract file: a line a task, <c>#</c> before comments, empty lines wherever they please. A project may have several, in different
/// folders: together they are one.
/// </summary>
internal static class ContractLines
{
    /// <summary>What the file is called, in any folder.</summary>
    public const string Name = "TaskContracts.txt";

    /// <summary>Whether a file of this path is one.</summary>
    public static bool IsContractFile(string? path) =>
        path is not null && Path.GetFileName(path).Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the lines of a file that are meant for tasks, in their order.</summary>
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

    // A line that is broken further on still says which task it is for.
    private static string? FirstName(string line)
    {
        var content = line.Trim();
        var end = content.IndexOf('(');
        var name = (end < 0 ? content : content.Substring(0, end)).TrimEnd();
        return WireNames.IsValid(name) ? name : null;
    }
}
