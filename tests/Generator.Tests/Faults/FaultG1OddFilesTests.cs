using System.Globalization;
using System.Text;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Generator.Tests.Faults;

/// <summary>
/// Files that are no programs, or that no developer writes: nothing throws, and the tasks of other files keep their clients.
/// </summary>
public sealed class FaultG1OddFilesTests
{
    [Fact]
    public async Task Files_that_hold_no_program()
    {
        var random = new Random(1);
        var bytes = new byte[4_000];
        random.NextBytes(bytes);
        await BadInput.CheckAsync("", " ", "\uFEFF", "\uFEFF\uFEFFclass A { }", "\0", "\0\0[Task]\0", "\uFFFF\uFFFE", "\uD800", "\u001A");
        await BadInput.CheckAsync(
            "public sealed class M { [Task(Name = \"\uD800\")] public void S\uDC00(int \uD800id) { } [Task] public void T() { } }");
        await BadInput.CheckAsync(Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes));
    }

    /// <summary>Paths that are empty, that two files share, or that no file can have.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("Same.cs", "Same.cs")]
    [InlineData("a\0b?*<>|.cs", "C:\\x\\..\\y.cs")]
    [InlineData("Mails.g.cs", "TaskGen.Module.g.cs")]
    public Task Files_with_odd_paths(string first, string second) => BadInput.CheckFilesAsync(
        Parse("public sealed class Mails { [Task(Name = \"a\")] public void Send( ) { } }", first),
        Parse("public sealed class Others { [Task(Name = \"b\")] public void Send(int ) { } }", second));

    /// <summary>Nesting that is deeper than the stack of a thread is.</summary>
    [Theory]
    [InlineData("class C{0} { ", 500)]
    [InlineData("namespace N{0} { ", 200)]
    public Task Declarations_that_are_nested_deeply(string open, int depth) => BadInput.CheckAsync(
        string.Concat(Enumerable.Range(0, depth).Select(level => open.Replace("{0}", $"{level}", StringComparison.Ordinal)))
            + "public sealed class Mails { [Task(Name = \"mails.send\")] public void Send(int id) { } }");

    [Theory]
    [InlineData("List<", "int", ">")]
    [InlineData("(int, ", "int", ")")]
    [InlineData("Dictionary<string, ", "int", ">")]
    [InlineData("", "int", "[]")]
    [InlineData("", "int", "?")]
    [InlineData("A.", "B", "")]
    public async Task Types_that_are_nested_deeply(string open, string middle, string close)
    {
        foreach (var depth in (int[])[50, 500, 3_000])
        {
            var type = string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));
            await BadInput.CheckAsync($"public sealed class Mails {{ [Task(Name = \"mails.send\")] public void Send({type} id) {{ }} }}");
        }
    }

    /// <summary>Nested lambdas are not among them: they overflow the stack of the compiler.</summary>
    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("1 + ", "")]
    [InlineData("x ? 1 : ", "")]
    [InlineData("[", "]")]
    [InlineData("new() { A = ", "}")]
    [InlineData("F(", ")")]
    [InlineData("!", "")]
    public async Task Expressions_that_are_nested_deeply(string open, string close)
    {
        foreach (var depth in (int[])[100, 1_000])
        {
            var value = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            await BadInput.CheckAsync(
                $"public sealed class Mails {{ const int X = {value}; "
                    + $"[Task(Name = \"a\", Retry = {value})] public void A(int id = {value}) {{ }} "
                    + $"[Task(Name = \"b\")] public async Task B() {{ var x = {value}; }} }}");
        }
    }

    [Fact]
    public Task Statements_that_are_nested_deeply() => BadInput.CheckAsync(
        "public sealed class Mails { [Task(Name = \"a\")] public async Task A(CancellationToken token) { "
            + string.Concat(Enumerable.Repeat("if (true) { try { await Task.Delay(1); ", 400)) + "} }");

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\uFEFFmails.send")]
    [InlineData("mails.send(")]
    [InlineData("mails.send(int id, ) -> ")]
    [InlineData("mails.send(id: {{{{{{{{{{{{{{{{")]
    [InlineData("]]]]>>>>))))")]
    [InlineData("# only a comment")]
    public async Task Contract_files_of_any_text(string contracts)
    {
        var random = new Random(2);
        var bytes = new byte[10_000];
        random.NextBytes(bytes);
        foreach (var text in (string[])[contracts, contracts + "\n" + Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes)])
        {
            await BadInput.CheckAsync(
                new AnalyzerSetup { Contracts = text },
                "public sealed class Mails { [Task(Name = \"mails.send\")] public void Send(int id) { } }");
        }
    }

    [Fact]
    public Task A_contract_file_that_is_nested_deeply() => BadInput.CheckAsync(
        new AnalyzerSetup
        {
            Contracts = $"mails.send(id: {new string('{', 20_000)}\n{new string('[', 20_000)}\nmails.send(id: {new string('(', 20_000)}",
        },
        "public sealed class Mails { [Task(Name = \"mails.send\")] public void Send(int id) { } }");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("maybe")]
    [InlineData("\0")]
    [InlineData("TRUE;false")]
    [InlineData("99999999999999999999")]
    public async Task Properties_of_the_build_with_any_value(string value)
    {
        string[] names = ["JsonSerializerIsReflectionEnabledByDefault", "PublishAot", "PublishTrimmed", "IsAotCompatible", "IsTrimmable"];
        await BadInput.CheckAsync(
            AnalyzerSetup.WithProperties([.. names.Select(name => (name, value))]),
            "public sealed class Mails { [Task(Name = \"mails.send\")] public void Send(List<int> id) { } }");
    }

    /// <summary>A file that was not parsed with the options of the others, and that has no text.</summary>
    [Fact]
    public Task Files_with_other_options() => BadInput.CheckFilesAsync(
        CSharpSyntaxTree.ParseText(
            "public sealed class Mails { [Task(Name = \"a\")] public void Send(int ) { } }",
            GeneratorHarness.ParseOptions.WithDocumentationMode(DocumentationMode.None).WithKind(SourceCodeKind.Regular),
            "Other.cs"),
        CSharpSyntaxTree.Create(SyntaxFactory.CompilationUnit(), GeneratorHarness.ParseOptions, "Empty.cs"));

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source), GeneratorHarness.ParseOptions, path);
}
