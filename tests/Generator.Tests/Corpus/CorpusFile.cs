using System.Text.RegularExpressions;
using Generator.Tests.Support;

namespace Generator.Tests.Corpus;

/// <summary>
/// A program of the corpus. Its first line says what it is about; lines <c>// Property Name=value</c> and a comment
/// <c>TaskContracts.txt</c> belong to its project.
/// </summary>
internal sealed partial record CorpusFile(AnalyzerSetup Setup, string Code)
{
    /// <summary>Whether anything is marked.</summary>
    public bool IsMarked => MarkedSource.Read(Code + Setup.Contracts).Expected.Count > 0;

    public static IEnumerable<string> Names(string kind) =>
        Directory.GetFiles(Folder(kind), "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static CorpusFile Read(string kind, string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(kind), name + ".cs"));
        var contracts = Contracts().Match(text);
        var setup = new AnalyzerSetup
        {
            Contracts = contracts.Success ? contracts.Groups["content"].Value : null,
            Properties = Property().Matches(text)
                .ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["value"].Value),
        };
        return new CorpusFile(setup, contracts.Success ? text.Remove(contracts.Index, contracts.Length) : text);
    }

    private static string Folder(string kind) => Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "Corpus", kind);

    [GeneratedRegex(@"/\* TaskContracts\.txt\n(?<content>.*?)\*/\n", RegexOptions.Singleline)]
    private static partial Regex Contracts();

    [GeneratedRegex(@"^// Property (?<name>\w+)=(?<value>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Property();
}
