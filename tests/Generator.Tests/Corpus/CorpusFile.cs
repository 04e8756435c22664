using System.Text.RegularExpressions;
using Generator.Tests.Support;

namespace Generator.Tests.Corpus;

/// <summary>
/// A program of the corpus. Its first line says what it is about; lines <c>// Property Name=value</c>, a comment
/// <c>TaskContracts.txt</c>, and a comment <c>Another source generator</c> belong to its project.
/// </summary>
internal sealed partial record CorpusFile(AnalyzerSetup Setup, string Code)
{
    /// <summary>Whether anything is marked.</summary>
    public bool IsMarked => MarkedSource.Read(Code + Setup.Contracts + string.Concat(Setup.Generated)).Expected.Count > 0;

    public static IEnumerable<string> Names(string kind) =>
        Directory.GetFiles(Folder(kind), "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static CorpusFile Read(string kind, string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(kind), name + ".cs"));
        var generated = Generated().Match(text);
        text = generated.Success ? text.Remove(generated.Index, generated.Length) : text;
        var contracts = Contracts().Match(text);
        var setup = new AnalyzerSetup
        {
            Generated = generated.Success ? [generated.Groups["content"].Value] : [],
            Contracts = contracts.Success ? contracts.Groups["content"].Value : null,
            Properties = Property().Matches(text)
                .ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["value"].Value),
        };
        return new CorpusFile(setup, contracts.Success ? text.Remove(contracts.Index, contracts.Length) : text);
    }

    private static string Folder(string kind) => Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "Corpus", kind);

    [GeneratedRegex(@"/\* TaskContracts\.txt\n(?<content>.*?)\*/\n", RegexOptions.Singleline)]
    private static partial Regex Contracts();

    [GeneratedRegex(@"/\* Another source generator\n(?<content>.*?)\*/\n", RegexOptions.Singleline)]
    private static partial Regex Generated();

    [GeneratedRegex(@"^// Property (?<name>\w+)=(?<value>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Property();
}
