using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Overloads that need names of their own.</summary>
public sealed class TG0006Tests
{
    [Fact]
    public Task Flags_overloads_without_names() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void [|TG0006:Send|]() { }
            [Task] public void [|TG0006:SendAsync|](int a) { }
            [Task(Name = "a.other")] public void Send(string a) { }
            [Task(Name = "a.--")] public void [|TG0006:Send|](long a) { }
        }
        """);

    [Fact]
    public Task Leaves_other_overloads_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs { [Task] public void Send() { } public void Send(int a) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A() { } [Task] public void A(int a) { } }");
}
