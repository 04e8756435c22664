using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Lines of the contract file that cannot be parsed.</summary>
public sealed class TG0216Tests
{
    private const string Task = """public sealed class Jobs { [Task(Name = "jobs.a")] public void A() { } }""";

    [Theory]
    [InlineData("jobs.a[|TG0216:|]", "'('")]
    [InlineData("jobs.a([|TG0216:|]", "a name")]
    [InlineData("jobs.a(id[|TG0216:)|]", "':'")]
    [InlineData("jobs.a(id: [|TG0216:integer|])", "a type")]
    [InlineData("jobs.a(id: int [|TG0216:s|]tring)", "',' or ')'")]
    [InlineData("jobs.a(id: int, [|TG0216:id|]: int)", "a name that is not already used")]
    [InlineData("jobs.a(id: [int[|TG0216:)|]", "']'")]
    [InlineData("jobs.a(id: enum [|TG0216:double|] {})", "integer type")]
    [InlineData("jobs.a(id: enum int {Red[|TG0216:}|])", "'='")]
    [InlineData("jobs.a(\"i\\[|TG0216:n|]\": int)", "one of")]
    [InlineData("jobs.a() -[|TG0216:x|]", "'->'")]
    [InlineData("jobs.a() [|TG0216:#|] a comment", "the end of the line")]
    [InlineData("jobs.a()\n[|TG0216:jobs/b|]()", "the wire name")]
    [InlineData("jobs.a()\n[|TG0216:jobs.a|](id: int)", "Another line already records task 'jobs.a'")]
    public async Task Flags_the_first_thing_that_does_not_belong_there(string contracts, string expected)
    {
        var messages = await AnalyzerVerifier.VerifyAsync(new AnalyzerSetup { Contracts = contracts }, Task);
        Assert.Contains(expected, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_comments_empty_lines_and_spaces_alone() => AnalyzerVerifier.VerifyAsync(
        new AnalyzerSetup { Contracts = "\r\n# jobs.b(\r\n  # and more\r\n\t jobs.a ( )  \r\n" }, Task);

    [Fact]
    public Task Says_nothing_without_the_library() =>
        AnalyzerVerifier.VerifyWithoutLibraryAsync("public sealed class Jobs { }", new AnalyzerSetup { Contracts = "jobs.a(" });
}
