using Generator.Tests.Payload.Facts;

namespace Generator.Tests.Faults;

/// <summary>
/// Data is not lost without a word: for each sample value, what the analyzers say at the parameter is what happens when the value is sent.
/// </summary>
public sealed class FaultG4FactTests(SampleFacts facts) : IClassFixture<SampleFacts>
{
    /// <summary>
    /// The compiler does not load private and internal members of another assembly. Lost values of such members cannot be found there, and
    /// a property whose private setter is called later looks like one that always has the same value, or that a constructor computes.
    /// </summary>
    private static readonly string[] UndecidableElsewhere =
    [
        "Collections.Lost.HiddenListBesideMember", "Collections.Lost.Unexposed", "Constructors.Restored.Chained",
        "Constructors.Restored.ChosenPrivate", "Constructors.Restored.DerivedFromParameter", "Members.Lost.Counter",
        "Members.Lost.HiddenGetter",
        "Members.Lost.InheritedInternal", "Members.Lost.Internal", "Members.Lost.InternalField", "Members.Lost.PrivateFieldBesideMember",
        "Members.Lost.PrivateProperty", "Members.Restored.Constant", "Members.Restored.NeverSet",
    ];

    public static TheoryData<string> Samples => [.. SampleSources.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_value_is_flagged_if_and_only_if_it_is_lost(string sample) => Check(sample, (await facts.InSource)[sample]);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_same_holds_for_a_type_of_another_assembly(string sample) =>
        Check(sample, (await facts.Referenced)[sample], isWrong: UndecidableElsewhere.Contains(sample));

    [Fact]
    public void There_are_at_least_200_samples() => Assert.True(SampleSources.Names.Count >= 200);

    private static void Check(string sample, Fact fact, bool isWrong = false)
    {
        var isLost = sample.Contains(".Lost.", StringComparison.Ordinal);
        Assert.True(isLost == fact.Difference is not null, $"The fact is not that of the sample: {fact.Difference ?? "it arrived"}");
        Assert.True(
            (isLost == fact.Messages.Count > 0) == !isWrong,
            isLost ? $"Lost without a word: {fact.Difference}" : $"Flagged, but it arrived: {string.Join("\n", fact.Messages)}");
    }
}
