using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Results whose types cannot be serialized.</summary>
public sealed class TG0004Tests
{
    [Fact]
    public Task Flags_references_stack_types_and_dynamic() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            private int _x;
            [Task] public ref int [|TG0004:A|]() => ref _x;
            [Task] public ReadOnlySpan<char> [|TG0004:B|]() => "";
            [Task] public Task<dynamic> [|TG0004:C|]() => null!;
        }
        """);

    [Fact]
    public async Task Flags_what_would_run_after_the_execution()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed partial class Jobs
            {
                [Task] public IEnumerable<int> [|TG0004:A|]() { yield return 1; }
                [Task] public async IAsyncEnumerable<int> [|TG0004:B|]() { await Task.Yield(); yield return 1; }
                [Task] public IAsyncEnumerable<int> [|TG0004:C|]() => null!;
                [Task] public Task<IAsyncEnumerable<int>> [|TG0004:D|]() => null!;
                [Task] public partial IEnumerable<int> [|TG0004:E|]();
                public partial IEnumerable<int> E() { yield return 1; }
            }
            """);
        Assert.EndsWith(
            "the body of an iterator would run only after the attempt has ended. Return a list or an array instead.",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains(
            "'System.Collections.Generic.IAsyncEnumerable<int>' would be enumerated only after", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_everything_else_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public ValueTask A() => default; [Task] public IEnumerable<int> B() => [1]; }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public System.Span<int> A() => default; }");
}
