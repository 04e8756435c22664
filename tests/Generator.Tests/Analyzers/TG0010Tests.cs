using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Values of the attribute that are out of range.</summary>
public sealed class TG0010Tests
{
    [Fact]
    public Task Flags_each_value() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task([|TG0010:Retry = -1|])] public void A() { }
            [Task([|TG0010:Retry = 10001|])] public void B() { }
            [Task([|TG0010:RetryBaseDelaySeconds = 0|])] public void C() { }
            [Task([|TG0010:RetryBaseDelaySeconds = double.NaN|], RetryMaxDelaySeconds = 5)] public void D() { }
            [Task([|TG0010:RetryBaseDelaySeconds = 61|])] public void E() { }
            [Task([|TG0010:RetryMaxDelaySeconds = 0.5|])] public void F() { }
            [Task([|TG0010:IdempotencyTtlSeconds = 0|])] public void G() { }
            [Task([|TG0010:ResultTtlSeconds = 31536001|])] public void H() { }
            [Task([|TG0010:SoftTimeLimitSeconds = -1|])] public void I() { }
            [Task([|TG0010:TimeLimitSeconds = double.PositiveInfinity|])] public void J() { }
            [Task([|TG0010:ExpiresSeconds = -0.1|])] public void K() { }
            [Task([|TG0010:ExpiresSeconds = 31536001|])] public void O() { }
            [Task([|TG0010:SoftTimeLimitSeconds = 31536000.5|])] public void P() { }
            [Task([|TG0010:TimeLimitSeconds = 1e300|])] public void Q() { }
            [Task([|TG0010:SoftTimeLimitSeconds = 5|], TimeLimitSeconds = 5)] public void L() { }
            [Task([|TG0010:ProgressIntervalSeconds = 3601|])] public void M() { }
            [Task([|TG0010:Priority = (TaskPriority)3|])] public void N() { }
        }
        """);

    [Fact]
    public async Task Points_at_the_delay_that_is_given_and_says_which_is_the_default()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task([|TG0010:RetryBaseDelaySeconds = 61|])] public void A() { }
                [Task([|TG0010:RetryMaxDelaySeconds = 0.5|])] public void B() { }
                [Task(RetryBaseDelaySeconds = 9, [|TG0010:RetryMaxDelaySeconds = 8|])] public void C() { }
            }
            """);
        Assert.EndsWith(
            "'Jobs.A' because RetryBaseDelaySeconds is 61, which is out of range. Set RetryBaseDelaySeconds to a value of at most "
                + "RetryMaxDelaySeconds, which is 60 by default.",
            messages[0],
            StringComparison.Ordinal);
        Assert.EndsWith(
            "'Jobs.B' because RetryMaxDelaySeconds is 0.5, which is out of range. Set RetryMaxDelaySeconds to a value of at least "
                + "RetryBaseDelaySeconds, which is 1 by default.",
            messages[1],
            StringComparison.Ordinal);
        Assert.EndsWith(
            "'Jobs.C' because RetryMaxDelaySeconds is 8, which is out of range. Set RetryMaxDelaySeconds to a value of at least "
                + "RetryBaseDelaySeconds.",
            messages[2],
            StringComparison.Ordinal);
    }

    [Fact]
    public Task Compares_delays_only_where_each_is_in_range() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task([|TG0010:RetryBaseDelaySeconds = double.PositiveInfinity|])] public void A() { }
            [Task([|TG0010:RetryBaseDelaySeconds = -1|], [|TG0010:RetryMaxDelaySeconds = -2|])] public void B() { }
            [Task([|TG0010:RetryMaxDelaySeconds = double.NaN|])] public void C() { }
            [Task([|TG0010:RetryMaxDelaySeconds = double.PositiveInfinity|])] public void D() { }
        }
        """);

    [Fact]
    public Task Leaves_the_bounds_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(
                Retry = 10000, RetryBaseDelaySeconds = 60, RetryMaxDelaySeconds = 60, IdempotencyTtlSeconds = 1,
                ResultTtlSeconds = 31536000, SoftTimeLimitSeconds = 4, TimeLimitSeconds = 5, ProgressIntervalSeconds = 0,
                Priority = TaskPriority.Low)]
            public void A(CancellationToken token) { }
            [Task(SoftTimeLimitSeconds = 5, ExpiresSeconds = 31536000)] public void B(CancellationToken token) { }
            [Task(TimeLimitSeconds = 31536000)] public void C() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A() { } }");
}
