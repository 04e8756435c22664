using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>[Sensitive] where it has no effect.</summary>
public sealed class TG0309Tests
{
    [Fact]
    public async Task Flags_marks_on_what_does_not_travel()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task] public void A([[|TG0309:Sensitive|]] CancellationToken token, [[|TG0309:Sensitive|]] TaskContext context) { }
                [Task] public void B(
                    [[|TG0309:Sensitive|], FromServices] IFormatProvider format, [[|TG0309:Sensitive|]] ITaskProgress progress) { }
                [Task] [return: [|TG0309:Sensitive|]] public void C() { }
                [Task] [return: [|TG0309:Sensitive|]] public Task D() => Task.CompletedTask;
            }
            """);
        Assert.Contains("parameter 'token' of task 'Jobs.A'", messages[0], StringComparison.Ordinal);
        Assert.Contains("the result of task 'Jobs.C'", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_marks_on_what_travels_or_belongs_to_no_task() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        public sealed class Jobs
        {
            [Task] [return: Sensitive]
            public Task<string> A([Sensitive] string card, [Sensitive] int? pin = null) => Task.FromResult(card + pin);
            [Task(IgnoreResult = true)] [return: Sensitive] public string B() => "";
            [return: Sensitive] public static void Helper([Sensitive] CancellationToken token) { }
        }
        public sealed class Card
        {
            [Sensitive, JsonIgnore] public string? Derived { get; set; }
            [Sensitive] public static string? Shared { get; set; }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] [return: Sensitive] public void M([Sensitive] System.Threading.CancellationToken token) { } }");
}
