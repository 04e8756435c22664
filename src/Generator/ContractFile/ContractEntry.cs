using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>Represents a line of a contract file that is neither empty nor a comment.</summary>
/// <param name="name">The wire name of the task; null if it cannot be read.</param>
/// <param name="contract">The contract on the line; null if the line has a syntax error.</param>
/// <param name="problem">The syntax error; null if there is none.</param>
/// <param name="path">The path of the file.</param>
/// <param name="text">The text of the file.</param>
/// <param name="line">The line with its position in the file.</param>
internal sealed class ContractEntry(
    string? name, TaskContract? contract, ContractProblem? problem, string path, SourceText text, TextLine line)
{
    /// <summary>Gets the wire name of the task; null if it cannot be read.</summary>
    public string? Name => name;

    /// <summary>Gets the contract on the line; null if the line has a syntax error.</summary>
    public TaskContract? Contract => contract;

    /// <summary>Gets the syntax error of the line; null if there is none.</summary>
    public ContractProblem? Problem => problem;

    /// <summary>Gets the path of the file.</summary>
    public string Path => path;

    /// <summary>Gets the line with its position in the file.</summary>
    public TextLine Line => line;

    /// <summary>Gets the location of the name.</summary>
    public Location NameLocation => LocationOf(Indent, name?.Length ?? 0);

    private int Indent
    {
        get
        {
            var content = text.ToString(line.Span);
            return content.Length - content.TrimStart().Length;
        }
    }

    /// <summary>Returns the location of a part of the line.</summary>
    public Location LocationOf(int start, int length)
    {
        var span = new TextSpan(line.Start + start, length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
