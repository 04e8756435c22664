using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Generic methods and classes.</summary>
public sealed class TG0005Tests
{
    [Fact]
    public Task Flags_methods_and_every_class_around_them() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void [|TG0005:A|]<T>() { } }
        public sealed class Jobs<T> { [Task] public void [|TG0005:B|]() { } }
        public static class Outer<T> { public static class Inner { [Task] public static void [|TG0005:C|]() { } } }
        """);

    [Fact]
    public Task Leaves_closed_types_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public abstract class Base<T> { } public sealed class Jobs : Base<int> { [Task] public void A(List<int> a) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A<T>() { } }");
}
