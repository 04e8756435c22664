using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Groups that a member of the client hides.</summary>
public sealed class TG0204Tests
{
    [Fact]
    public Task Flags_classes_called_like_members() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class GetHandle { [Task] public void [|TG0204:Run|]() { } }
        public sealed class EnqueueAsync { [Task] public void [|TG0204:Run|]() { } }
        [TaskGroup("ToString")] public sealed class Jobs { [Task] public void [|TG0204:Run|]() { } }
        """);

    [Fact]
    public Task Leaves_renamed_classes_alone() => AnalyzerVerifier.VerifyAsync(
        """
        [TaskGroup("Handles")] public sealed class GetHandle { [Task] public void Run() { } }
        public sealed class Gethandle { [Task] public void Run() { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class GetHandle { [Task] public void A() { } }");
}
