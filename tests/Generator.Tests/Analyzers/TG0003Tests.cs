using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters that cannot travel.</summary>
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

    [Fact]
    public Task Leaves_everything_else_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void A(object a, IReadOnlyList<int> b, Memory<byte> c, System.Text.Json.JsonElement d) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class TaskAttribute : System.Attribute { }
        public sealed class C { [Task] public void A(ref int a) { } }
        """);
}
