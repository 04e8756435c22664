using Generator.Tests.Corpus;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Typing;

/// <summary>
/// Generated code never contains an error of its own, even if the code of the user does: one mistake is reported once, where it is.
/// </summary>
public sealed class GeneratedErrorTests
{
    private const int MutationsPerFile = 4;
    private const int MostEdits = 2;
    private const int ShapesPerFile = 3;

    private static readonly string[] Kinds = ["Right", "Wrong"];

    private static readonly List<string> Paths =
        [.. Kinds.SelectMany(static kind => CorpusFile.Names(kind).Select(name => $"{kind}/{name}"))];

    public static TheoryData<string> Files => [.. Paths];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_program_of_the_corpus_and_its_mutations_have_no_error_in_generated_code(string path)
    {
        var source = MarkedSource.Read(CorpusFile.Read(path.Split('/')[0], path.Split('/')[1]).Code).Source;
        AssertNoErrors(source);
        foreach (var seed in Enumerable.Range(1, MutationsPerFile))
        {
            AssertNoErrors(Mutate(source, new Random(seed)));
        }
    }

    /// <summary>Each file gets some of the shapes, so that all shapes meet many kinds of tasks.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_program_of_the_corpus_with_an_unusual_declaration_has_no_error_in_generated_code(string path)
    {
        var source = MarkedSource.Read(CorpusFile.Read(path.Split('/')[0], path.Split('/')[1]).Code).Source;
        var first = Paths.IndexOf(path);
        for (var shape = first; shape < first + ShapesPerFile; shape++)
        {
            AssertNoErrors(UnusualShapes.Add(source, shape));
        }
    }

    /// <summary>
    /// Mistakes whose error was repeated in generated code: unknown types, and types that are less accessible than the task.
    /// </summary>
    [Theory]
    [InlineData("public sealed class Jobs(Missing store) { [Task] public void Run() => Console.WriteLine(store); }")]
    [InlineData("public sealed class Jobs(IEquatable<> store) { [Task] public void Run() => Console.WriteLine(store); }")]
    [InlineData("public sealed class Jobs : Missing { [Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(Missing order) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(List<Missing> orders) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run((int, Missing) order) { } }")]
    [InlineData("public sealed class Jobs { [Task] public Task<Missing> Run() => default!; }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(ITaskProgress<Missing> progress) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run([FromServices] Missing store) { } }")]
    [InlineData("public sealed class Jobs { [Task, RetryOn<Missing>] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task, GiveUpOn<Missing.Other>] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task(Name = Missing)] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task(Missing = 1)] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task(1)] public void Run() { } }")]
    [InlineData("sealed record Order(int Id); public sealed class Jobs { [Task] public void Run(Order order) { } }")]
    [InlineData("sealed record Order(int Id); public sealed class Jobs { [Task] public Task<Order[]> Run() => default!; }")]
    [InlineData("[assembly: TaskJsonContext<Json>] public sealed class Json; public sealed class Jobs { [Task] public void Run() { } }")]
    [InlineData("[assembly: TaskJsonContext<Missing>] public sealed class Jobs { [Task] public void Run() { } }")]
    public void A_mistake_is_not_repeated_in_generated_code(string source)
    {
        Assert.NotEmpty(ErrorsOf(source, isGenerated: false));
        AssertNoErrors(source);
    }

    [Theory]
    [InlineData("public sealed class Jobs { [Task] public Task<ValueTuple> Run() => Task.FromResult(default(ValueTuple)); }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(ValueTuple nothing, List<ValueTuple> list) { } }")]
    [InlineData("internal sealed record Order(int Id); internal sealed class Jobs { [Task] public void Run(Order order) { } }")]
    public void Unusual_types_compile(string source)
    {
        Assert.Empty(ErrorsOf(source, isGenerated: false));
        AssertNoErrors(source);
        Assert.Contains(
            "class JobsClient", string.Concat(GeneratorHarness.Files(GeneratorHarness.Run(source)).Values), StringComparison.Ordinal);
    }

    private static void AssertNoErrors(string source)
    {
        var errors = ErrorsOf(source, isGenerated: true);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\nin the output for:\n{source}");
    }

    private static List<Diagnostic> ErrorsOf(string source, bool isGenerated) =>
        [.. GeneratorHarness.Generate(GeneratorHarness.Compile(source)).GetDiagnostics().Where(diagnostic =>
            diagnostic.DefaultSeverity == DiagnosticSeverity.Error
            && diagnostic.Location.SourceTree is { FilePath: var path }
            && path.StartsWith("Source", StringComparison.Ordinal) != isGenerated)];

    // Removes, replaces, repeats, or cuts tokens.
    private static string Mutate(string source, Random random)
    {
        var text = source;
        for (var edit = random.Next(MostEdits); edit >= 0; edit--)
        {
            var tokens =
                CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
            var token = tokens[random.Next(tokens.Count)];
            text = random.Next(4) switch
            {
                0 => text.Remove(token.SpanStart, token.Span.Length),
                1 => text[..token.SpanStart] + tokens[random.Next(tokens.Count)].Text + text[token.Span.End..],
                2 => text.Insert(token.Span.End, " " + token.Text),
                _ => text.Remove(token.SpanStart, random.Next(1, token.Span.Length + 1)),
            };
        }

        return text;
    }
}
