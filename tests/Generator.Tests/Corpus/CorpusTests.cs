using Generator.Tests.Support;

namespace Generator.Tests.Corpus;

/// <summary>
/// Programs as people write them. Those in Wrong are mistakes from the issue trackers of task queues and of .NET: the compiler takes them,
/// and they are flagged with the id that they carry and nothing else. Those in Right compile without a warning, and nothing is flagged.
/// </summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Wrong => [.. CorpusFile.Names("Wrong")];

    public static TheoryData<string> Right => [.. CorpusFile.Names("Right")];

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_mistake_is_caught_where_it_stands(string name)
    {
        var file = CorpusFile.Read("Wrong", name);
        Assert.True(file.IsMarked, "A mistake without a mark.");
        GeneratorHarness.GenerateWithoutErrors(GeneratorHarness.Compile(MarkedSource.Read(file.Code).Source));
        return AnalyzerVerifier.VerifyAsync(file.Setup, file.Code);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task Right_code_is_left_alone(string name)
    {
        var file = CorpusFile.Read("Right", name);
        GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(file.Code));
        await AnalyzerVerifier.VerifyAsync(file.Setup, file.Code);
    }

    [Fact]
    public void There_are_enough_of_both()
    {
        Assert.True(Wrong.Count >= 60);
        Assert.True(Right.Count >= 40);
    }
}
