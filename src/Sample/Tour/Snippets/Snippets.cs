namespace TaskGen.Sample;

/// <summary>
/// Reads the lines of C# that are shown with the steps of the tour. The lines are between the comments <c>// &lt;snippet Name&gt;</c> and
/// <c>// &lt;/snippet&gt;</c> in the source files of the sample, which are embedded in the assembly. Therefore, the shown code is the code
/// that runs.
/// </summary>
internal static class Snippets
{
    private const string Folder = "source/";
    private const string Opening = "// <snippet ";
    private const string Closing = "// </snippet>";

    private static readonly Lazy<ILookup<string, IReadOnlyList<string>>> All = new(ReadAll);

    /// <summary>
    /// Returns the code that the tour shows for a step: the source lines between the markers with the class name of the step.
    /// </summary>
    /// <param name="name">The class name of the step.</param>
    /// <returns>The lines, without their common indentation; empty if there are none.</returns>
    public static IReadOnlyList<string> Of(string name)
    {
        var lines = new List<string>();
        foreach (var snippet in All.Value[name])
        {
            lines.AddRange(lines.Count == 0 ? snippet : ["", .. snippet]);
        }

        return lines;
    }

    /// <summary>Finds the snippets in the text of a source file.</summary>
    /// <param name="text">The text. A snippet can contain another snippet.</param>
    /// <returns>The snippets in the order of their first lines.</returns>
    /// <exception cref="FormatException">A snippet is not closed, or is closed without being open.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Read(string text)
    {
        var found = new List<(string Name, List<string> Lines)>();
        var open = new Stack<List<string>>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(Opening, StringComparison.Ordinal))
            {
                open.Push([]);
                found.Add((trimmed[Opening.Length..].TrimEnd('>'), open.Peek()));
            }
            else if (trimmed == Closing)
            {
                if (!open.TryPop(out _))
                {
                    throw new FormatException($"The marker '{Closing}' has no preceding '{Opening}'.");
                }
            }
            else
            {
                foreach (var snippet in open)
                {
                    snippet.Add(line);
                }
            }
        }

        return open.Count == 0
            ? [.. found.Select(static snippet => (snippet.Name, Dedent(snippet.Lines)))]
            : throw new FormatException($"The marker '{Opening}' has no matching '{Closing}'.");
    }

    // The snippets of tasks precede the snippets of the steps that dispatch them.
    private static ILookup<string, IReadOnlyList<string>> ReadAll() => typeof(Snippets).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(ReadResource)
        .ToLookup(static snippet => snippet.Name, static snippet => snippet.Lines, StringComparer.Ordinal);

    private static IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(Snippets).Assembly.GetManifestResourceStream(name)!);
        return Read(reader.ReadToEnd());
    }

    private static IReadOnlyList<string> Dedent(List<string> lines)
    {
        var indent = lines.Where(static line => line.Trim().Length > 0)
            .Select(static line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return [.. lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : "")];
    }
}
