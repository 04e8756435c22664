using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Classes without one constructor to choose.</summary>
public sealed class TG0007Tests
{
    [Fact]
    public Task Flags_classes_without_one_to_choose() => AnalyzerVerifier.VerifyAsync(
        """
        public abstract class A { [Task] public void [|TG0007:Run|]() { } }
        public sealed class B { private B() { } [Task] public void [|TG0007:Run|]() { } }
        public sealed class C { public C(int a) { } public C(string a) { } [Task] public void [|TG0007:Run|]() { } }
        public sealed class D { public required int X { get; set; } [Task] public void [|TG0007:Run|]() { } }
        public ref struct E { [Task] public void [|TG0007:Run|]() { } }
        public sealed class F(Span<int> a) { private readonly int _x = a.Length; [Task] public void [|TG0007:Run|]() { _ = _x; } }
        public sealed class G { public G(int a) { } public G(string a) { } public G() { } [Task] public void [|TG0007:Run|]() { } }
        """);

    [Fact]
    public Task Flags_a_progress_with_a_detail_in_the_constructor() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class A(ITaskProgress<string> progress) { [Task] public void [|TG0007:Run|]() => progress.Report(1, 1, null, "x"); }
        public sealed class B(ITaskProgress progress)
        {
            [Task] public void Run(ITaskProgress<string> detailed) => (progress, detailed).ToString();
        }
        """);

    [Fact]
    public Task Leaves_static_tasks_and_clear_choices_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public abstract class A { [Task] public static void Run() { } }
        public sealed class B
        {
            private B() { }
            public B(TimeProvider a) { }
            public B(TimeProvider a, TimeProvider b) { }
            [Task] public void Run() { }
        }
        public sealed class C
        {
            [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor] public C(TimeProvider a) { }
            public C(string a) { }
            [Task] public void Run() { }
        }
        public sealed class D
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public D() => X = 1;
            public required int X { get; set; }
            [Task] public void Run() { }
        }
        public record E(TimeProvider A) { [Task] public void Run() { } }
        public struct G { [Task] public void Run() { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] private C() { } public void A() { } }");
}
