using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Parity;

/// <summary>
/// The C# of <c>docs/patterns</c> compiles, with what is generated for it. A block of statements may use what the comment before it names:
/// <c>&lt;!-- given: Type name, ... --&gt;</c>.
/// </summary>
public sealed partial class PatternPagesTests
{
    private const int Pages = 15;

    private const string Usings =
        "using System.IO; using System.Net.Http; using System.Text.Json; using Microsoft.Extensions.DependencyInjection;\n";

    private static readonly string Folder = Path.Combine(SourceTreeRoot.Path, "docs", "patterns");

    private static readonly MetadataReference Redis = MetadataReference.CreateFromFile(
        typeof(StackExchange.Redis.ConfigurationOptions).Assembly.Location);

    private static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.md")
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name != "README.md")
            .Order();

    public static TheoryData<string> Names => [.. Files];

    [Fact]
    public void Every_pattern_has_a_page_and_the_index_names_them_all()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));

        Assert.Equal(Pages, Files.Count());
        Assert.All(Files, name => Assert.Contains($"({name})", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_code_of_the_page_compiles(string page)
    {
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(Folder, page)));
        Assert.NotEmpty(blocks);
        var declarations = new StringBuilder(Usings);
        var uses = new StringBuilder("public static class Uses\n{\n");
        for (var number = 0; number < blocks.Count; number++)
        {
            var code = blocks[number].Groups["code"].Value;
            if (IsStatements(code))
            {
                uses.Append(
                    CultureInfo.InvariantCulture,
                    $"public static async Task Use{number}({blocks[number].Groups["given"].Value})\n{{\nawait Task.Yield();\n{code}\n}}\n");
            }
            else
            {
                declarations.Append(code);
            }
        }

        var compilation = GeneratorHarness.Compile(declarations.ToString(), Usings + uses.Append('}')).AddReferences(Redis);
        var output = GeneratorHarness.Generate(compilation);

        // A page shows what a reader writes first: what he leaves unused there is no fault.
        var errors = output.GetDiagnostics().Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }

    private static bool IsStatements(string code) =>
        GeneratorHarness.Parse(code, 0).GetCompilationUnitRoot().Members.All(static member => member is GlobalStatementSyntax);

    [GeneratedRegex(@"(<!-- given: (?<given>[^>]*?) -->\s*)?```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
