using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks that are async void.</summary>
public sealed class TG0002Tests
{
    [Fact]
    public Task Flags_async_void() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public async void [|TG0002:A|]() => await Task.Yield(); }
        public sealed partial class Parts
        {
            [Task] public partial void [|TG0002:B|]();
            public async partial void B() => await Task.Yield();
        }
        """);

    [Fact]
    public Task Leaves_void_and_async_tasks_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void A() { } [Task] public async Task B() => await Task.Yield(); }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public async void A() => await System.Threading.Tasks.Task.Yield(); }");
}
