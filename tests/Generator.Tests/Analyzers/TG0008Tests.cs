using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Parameters that inject the same thing twice.</summary>
public sealed class TG0008Tests
{
    [Fact]
    public Task Flags_the_second() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(CancellationToken a, CancellationToken [|TG0008:b|]) { }
            [Task] public void B(TaskContext a, TaskContext [|TG0008:b|]) { }
            [Task] public void C(ITaskProgress a, ITaskProgress [|TG0008:b|]) { }
            [Task] public void D(ITaskProgress<int> a, ITaskProgress<string> [|TG0008:b|]) { }
        }
        """);

    [Fact]
    public Task Leaves_one_of_each_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void A(
                CancellationToken a, TaskContext b, ITaskProgress c, ITaskProgress<int> d, [FromServices] IComparable e,
                [FromServices] IComparable f) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(System.Threading.CancellationToken a, System.Threading.CancellationToken b) { } }");
}
