using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Methods of a kind that cannot be a task.</summary>
public sealed class TG0009Tests
{
    [Fact]
    public Task Flags_what_is_no_ordinary_method() => AnalyzerVerifier.VerifyAsync(
        """
        public interface IJobs { [Task] void [|TG0009:A|](); }
        public sealed class Jobs : IJobs
        {
            [Task] void IJobs.[|TG0009:A|]() { }
            public int X { [Task] [|TG0009:get|]; }
            [Task] public void [|TG0009:List|](__arglist) { }
            [Task, System.Runtime.InteropServices.UnmanagedCallersOnly] public static void [|TG0009:Native|](int id) { }
            [Task] public static Jobs operator [|TG0009:+|](Jobs a, Jobs b) => a;
            public void M()
            {
                [Task] void [|TG0009:Local|]() { }
                Local();
                Action action = [|TG0009:[Task] () => { }|];
                action();
            }
        }
        public static class Extensions { extension(string text) { [Task] public int [|TG0009:Length2|]() => text.Length; } }
        """);

    [Fact]
    public Task Leaves_ordinary_methods_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public interface IJobs { void A(); }
        public sealed class Jobs : IJobs { [Task] public void A() { } }
        public static class Extensions { [Task] public static int Size(this string text) => text.Length; }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public int X { [Task] get => 1; } }");
}
