using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tuples that the serializer would have to write.</summary>
public sealed class TG0100Tests
{
    [Fact]
    public Task Flags_tuples_the_serializer_would_write() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(
                Dictionary<string, (int, int)> [|TG0100:a|], HashSet<(int, int)[]>[] [|TG0100:b|],
                (int, Queue<(int, int)>) [|TG0100:c|]) { }
            [Task] public Task<Dictionary<int, (int, int)?>> [|TG0100:B|]() => null!;
        }
        """);

    [Fact]
    public Task Leaves_tuples_that_travel_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public (int, (int, int)[]) A(
                List<(int, int)> a, (int, int)? b, IReadOnlyList<(int, List<(int, int)>)> c,
                [FromServices] Dictionary<int, (int, int)> d) => default;
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(System.Collections.Generic.Dictionary<int, (int, int)> a) { } }");
}
