using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Results that cannot travel.</summary>
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
    public Task Leaves_everything_else_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public ValueTask A() => default; [Task] public IEnumerable<int> B() { yield return 1; } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class TaskAttribute : System.Attribute { }
        public sealed class C { [Task] public System.Span<int> A() => default; }
        """);
}
