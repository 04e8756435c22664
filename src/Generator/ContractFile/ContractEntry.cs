using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>A line of a contract file that is meant for a task.</summary>
/// <param name="name">The wire name; null where not even that can be read.</param>
/// <param name="contract">What the line says; null where it cannot be read.</param>
/// <param name="problem">Why not.</param>
/// <param name="path">The file.</param>
/// <param name="text">The whole file.</param>
/// <param name="line">The line.</param>
internal sealed class ContractEntry(
    string? name, TaskContract? contract, ContractProblem? problem, string path, SourceText text, TextLine line)
{
    /// <summary>The wire name; null where not even that can be read.</summary>
    public string? Name => name;

    /// <summary>What the line says; null where it cannot be read.</summary>
    public TaskContract? Contract => contract;

    /// <summary>Why it cannot be read.</summary>
    public ContractProblem? Problem => problem;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The line.</summary>
    public TextLine Line => line;

    /// <summary>Where the name stands.</summary>
    public Location NameLocation => LocationOf(Indent, name?.Length ?? 0);

    private int Indent
    {
        get
        {
            var content = text.ToString(line.Span);
            return content.Length - content.TrimStart().Length;
        }
    }

    /// <summary>A place in the line.</summary>
    public Location LocationOf(int start, int length)
    {
        var span = new TextSpan(line.Start + start, length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
