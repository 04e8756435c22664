namespace Package.Tests.Support;

/// <summary>The commands and the program that the repository's <c>README.md</c> shows.</summary>
internal static class ReadmeCommands
{
    /// <summary>The commands of a section, in order; <c>a &amp;&amp; b</c> is two of them.</summary>
    public static IReadOnlyList<string> Of(string section) =>
        [.. Blocks(section, "sh").SelectMany(static block => block.Split('\n')).SelectMany(static line => line.Split(" && "))];

    /// <summary>The only C# file of a section.</summary>
    public static string ProgramOf(string section) => Blocks(section, "csharp").Single();

    private static IEnumerable<string> Blocks(string section, string language)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md")).ReplaceLineEndings("\n");
        return text.Split("\n## ")
            .Single(part => part.StartsWith($"{section}\n", StringComparison.Ordinal))
            .Split($"```{language}\n")
            .Skip(1)
            .Select(static rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)]);
    }
}
