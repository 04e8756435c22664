using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Parity;

/// <summary>The C# of the pages for users compiles, together with the code that is generated for it.</summary>
public sealed class PageCodeTests
{
    private const int Patterns = 15;

    private static readonly MetadataReference[] Libraries =
        [.. new[] { typeof(StackExchange.Redis.ConfigurationOptions), typeof(TaskGen.Testing.FakeTaskClient), typeof(Assert) }
            .Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location))];

    private static IEnumerable<string> PatternPages => Directory
        .EnumerateFiles(Path.Combine(SourceTreeRoot.Path, "docs", "patterns"), "*.md")
        .Select(static path => $"docs/patterns/{Path.GetFileName(path)}")
        .Where(static page => !page.EndsWith("README.md", StringComparison.Ordinal))
        .Order();

    public static TheoryData<string> Pages =>
    [
        "README.md", "src/Runtime/README.md", "src/Testing/README.md", "docs/getting-started.md", "docs/tasks.md", "docs/dispatch.md",
        "docs/configuration.md", "docs/redis.md", "docs/testing.md", .. PatternPages,
    ];

    [Fact]
    public void Every_pattern_has_a_page_and_the_index_names_them_all()
    {
        var index = SourceTreeRoot.Read("docs/patterns/README.md");

        Assert.Equal(Patterns, PatternPages.Count());
        Assert.All(PatternPages, page => Assert.Contains($"({Path.GetFileName(page)})", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_code_of_the_page_compiles(string page)
    {
        var program = PageProgram.Read(SourceTreeRoot.Read(page));
        var output = GeneratorHarness.Generate(
            GeneratorHarness.Compile(program.Declarations, program.Uses).AddReferences(Libraries));

        // A page shows the code that a reader writes first: a variable that is not used yet is no mistake.
        var errors = output.GetDiagnostics().Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }

    [Fact]
    public void The_first_page_has_no_code_that_is_left_out() =>
        Assert.DoesNotContain(PageProgram.Excerpt, SourceTreeRoot.Read("README.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("```csharp\nint a = \"text\";\n```")]
    [InlineData("<!-- given: TaskHandle handle -->\n```csharp\nawait handle.GetAsync(\"text\");\n```")]
    public void Planted_wrong_code_is_found(string page)
    {
        var program = PageProgram.Read(page);
        Assert.Contains(
            GeneratorHarness.Compile(program.Declarations, program.Uses).GetDiagnostics(),
            static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
    }
}
