using System.Text.RegularExpressions;
using House.Tests.Prose;

namespace House.Tests;

/// <summary>Keeps the words of <c>docs/contributing/plain-english.md</c> out of pages, comments, messages and scripts.</summary>
public sealed partial class PlainEnglishTests
{
    // The first for a call that can be canceled, the others for a token that a method is given to pass on.
    private static readonly string[] TokenWords =
        ["The token to monitor for cancellation requests.", "The cancellation token of the ", "The token that is canceled "];

    private static readonly string[] Pages = ["README.md", "CONTRIBUTING.md"];

    private readonly IReadOnlyList<BannedPattern> _patterns = BannedPattern.ReadAll();

    [Fact]
    public void The_table_has_patterns() => Assert.True(_patterns.Count > 20, $"{_patterns.Count} patterns in {BannedPattern.Page}");

    [Theory]
    [InlineData("docs")]
    [InlineData("src/Runtime")]
    [InlineData("src/Generator")]
    [InlineData("src/CodeFixes")]
    [InlineData("src/Testing")]
    [InlineData("src/Sample")]
    public void No_prose_below_a_folder_uses_a_word_of_the_table(string folder) =>
        AssertPlain(RepositoryFiles.Below([folder], ".md", ".cs", ".lua"));

    [Fact]
    public void No_page_at_the_root_uses_a_word_of_the_table() => AssertPlain(Pages);

    /// <summary>A reader of a signature sees the same words for the same parameter everywhere.</summary>
    [Fact]
    public void Every_cancellation_token_is_described_by_the_usual_words()
    {
        var found = RepositoryFiles.Below(["src"], ".cs")
            .SelectMany(static file => TokenComment().Matches(File.ReadAllText(RepositoryFiles.Full(file)))
                .Where(static match => !TokenWords.Any(words => match.Groups[1].Value.StartsWith(words, StringComparison.Ordinal)))
                .Select(match => $"{file}: {match.Value}"))
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("a.md", "It cannot\ntravel to a worker.")]
    [InlineData("a.md", "| Name | nobody reads it |")]
    [InlineData("a.md", "What enqueues.")]
    [InlineData("a.cs", "/// <summary>What enqueues.</summary>\nclass C;")]
    [InlineData("a.cs", "// One of them is taken\n// away.\nclass C;")]
    [InlineData("a.cs", "class C { string S = \"remove or take it \" + \"away\"; }")]
    [InlineData("a.cs", "class C { string S = $\"Task '{1}' goes on.\"; }")]
    [InlineData("a.lua", "local a = 1 -- nobody reads it")]
    public void A_planted_word_is_found(string file, string text) => Assert.Single(Find(file, text));

    [Theory]
    [InlineData("a.md", "```\nnobody\n```\n`nobody` [x](nobody.md)\n# What it answers")]
    [InlineData("a.md", "What happens then?")]
    [InlineData("a.cs", "class C { string S = \"nobody\"; }")]
    [InlineData("a.cs", "/// <summary>A <c>nobody</c> and a <see cref=\"Nobody\"/>.</summary>\nclass Nobody;")]
    public void Code_and_questions_are_not_prose(string file, string text) => Assert.Empty(Find(file, text));

    [GeneratedRegex(@"<param name=""cancellationToken"">\s*(?:///\s*)?([^<]*)")]
    private static partial Regex TokenComment();

    private void AssertPlain(IEnumerable<string> files)
    {
        var found = files
            .Where(static file => file != BannedPattern.Page)
            .SelectMany(file => Find(file, File.ReadAllText(RepositoryFiles.Full(file))))
            .ToList();
        Assert.True(found.Count == 0, $"{found.Count} use(s) of words that {BannedPattern.Page} replaces:\n{string.Join('\n', found)}");
    }

    private IEnumerable<string> Find(string file, string text) =>
        from unit in Units(file, text)
        from pattern in _patterns
        from match in pattern.Pattern.Matches(unit.Text)
        select $"{unit.File}({unit.Line}): '{match.Value}'; instead: {pattern.Instead}";

    private static IEnumerable<ProseUnit> Units(string file, string text) => Path.GetExtension(file) switch
    {
        ".cs" => CSharpProse.Read(file, text),
        ".lua" => PageProse.ReadLua(file, text),
        _ => PageProse.ReadMarkdown(file, text),
    };
}
