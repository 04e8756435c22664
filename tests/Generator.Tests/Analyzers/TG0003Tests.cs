using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters whose types cannot be serialized.</summary>
public sealed class TG0003Tests
{
    [Fact]
    public Task Flags_references_stack_types_pointers_and_dynamic() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(ref int [|TG0003:a|], in int [|TG0003:b|], ref readonly int [|TG0003:c|]) { }
            [Task] public void B(out int [|TG0003:a|]) { a = 0; }
            [Task] public void C(Span<byte> [|TG0003:a|]) { }
            [Task] public void D(dynamic [|TG0003:a|], List<dynamic> [|TG0003:b|], dynamic[] [|TG0003:c|]) { }
            [Task] public void E(params ReadOnlySpan<int> [|TG0003:a|]) { }
            [Task] public void F(ref CancellationToken [|TG0003:a|]) { }
        }
        """);

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public async Task Flags_what_is_nested_too_deeply_for_JSON(int depth, bool isFlagged)
    {
        var type = string.Concat(Enumerable.Repeat("List<", depth)) + "int" + new string('>', depth);
        var messages = await AnalyzerVerifier.VerifyAsync(
            $"public sealed class Jobs {{ [Task] public void A({type} {(isFlagged ? "[|TG0003:a|]" : "a")}, int[] b) {{ }} }}");
        Assert.Equal(isFlagged ? 1 : 0, messages.Count);
    }

    [Fact]
    public async Task Flags_what_would_arrive_empty()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Own<T> { }
            public sealed class Jobs
            {
                [Task] public void A(
                    System.Numerics.BigInteger [|TG0003:a|], Index [|TG0003:b|], Range? [|TG0003:c|], System.Text.Rune[] [|TG0003:d|]) { }
                [Task] public void B(nint [|TG0003:a|], List<nuint> [|TG0003:b|], (int, Index) [|TG0003:c|]) { }
                [Task] public void C(int[,] [|TG0003:a|], int[][,] [|TG0003:b|], Dictionary<string, int[,]> [|TG0003:c|]) { }
                [Task] public void D(IProgress<int> [|TG0003:a|], CancellationToken? [|TG0003:b|], ITaskProgress<Index> [|TG0003:c|]) { }
                [Task] public void E(Own<Index> a, [FromServices] IProgress<int> b, int[][] c, Int128 d, CancellationToken e) { }
                [Task] public Task<Index> [|TG0004:F|]() => null!;
                [Task] public int[,] [|TG0004:G|]() => null!;
            }
            """);
        Assert.EndsWith(
            "'System.Numerics.BigInteger' would be deserialized as zero. Use a string instead.", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("Use an array of arrays instead.", messages[7], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_everything_else_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(Version a, IReadOnlyList<int> b, Memory<int> c, System.Text.Json.JsonElement d) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(ref int a) { } }");
}
