using Generator.Tests.Corpus;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Faults;

/// <summary>Random tokens in programs of the corpus: nothing throws, and the tasks of other files keep their clients.</summary>
public sealed class FaultG1FuzzTests
{
    private const int ProgramsPerSeed = 12;
    private const int MostSplices = 6;

    private static readonly string[] Kinds = ["Right", "Wrong"];

    // Tokens that the corpus has few of or none.
    private static readonly string[] Rare =
    [
        "", "\"", "'", "\0", "\uD800", "@", "$\"{", "\"\"\"", "/*", "*/", "//", "#if X\n", "#endif\n", "#line 1 \"\"\n", "<", ">", "[", "]",
        "(", ")", "{", "}", ",", ";", ":", "::", "?", "??", "=>", "=", "*", "&", "..", "ref", "out", "in", "params", "this", "scoped",
        "dynamic", "void",
        "null", "default", "partial", "static", "file", "record", "struct", "enum", "delegate", "event", "extension", "where T : T",
        "extern alias x;", "using X = X;", "namespace N;", "[Task]", "[Task(", "[Condition(\"x\")]", "[Sensitive]", "[TaskAlias(null)]",
        "[RetryOn<>]", "[assembly: TaskJsonContext<>]", "__arglist", "global::", "Missing<", "typeof(", "nameof(", "checked", "unsafe",
        "1e999", "0x", "99999999999999999999", "'ab'", "\\u0000",
    ];

    private static readonly Lazy<List<string>> Programs = new(static () => [.. Kinds.SelectMany(static kind => CorpusFile.Names(kind)
        .Select(name => MarkedSource.Read(CorpusFile.Read(kind, name).Code).Source))]);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_tokens_in_a_program(int seed)
    {
        var random = new Random(seed);
        for (var program = 0; program < ProgramsPerSeed; program++)
        {
            var source = Splice(Programs.Value[random.Next(Programs.Value.Count)], random);
            try
            {
                await BadInput.CheckAsync(source);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception}\nwith the program:\n{source}");
            }
        }
    }

    private static string Splice(string source, Random random)
    {
        for (var splice = random.Next(MostSplices); splice >= 0; splice--)
        {
            var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()
                .Where(static token => token.Span.Length > 0)
                .ToList();
            if (tokens.Count == 0)
            {
                return source;
            }

            var token = tokens[random.Next(tokens.Count)];
            var text = random.Next(2) == 0 ? Rare[random.Next(Rare.Length)] : tokens[random.Next(tokens.Count)].Text;
            source = random.Next(3) == 0
                ? source.Insert(token.SpanStart, $"{text} ")
                : source[..token.SpanStart] + text + source[token.Span.End..];
        }

        return source;
    }
}
