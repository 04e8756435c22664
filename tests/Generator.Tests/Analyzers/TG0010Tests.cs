using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Values out of range.</summary>
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
            [Task([|TG0010:RetryBaseDelaySeconds = double.NaN|], [|TG0010:RetryMaxDelaySeconds = 5|])] public void D() { }
            [Task(RetryBaseDelaySeconds = 61)] public void [|TG0010:E|]() { }
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
    public Task Leaves_the_bounds_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task(Retry = 10000, RetryBaseDelaySeconds = 60, RetryMaxDelaySeconds = 60, IdempotencyTtlSeconds = 1, ResultTtlSeconds = 31536000, SoftTimeLimitSeconds = 4, TimeLimitSeconds = 5, ProgressIntervalSeconds = 0, Priority = TaskPriority.Low)] public void A() { }
            [Task(SoftTimeLimitSeconds = 5, ExpiresSeconds = 31536000)] public void B() { }
            [Task(TimeLimitSeconds = 31536000)] public void C() { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class TaskAttribute : System.Attribute { }
        public sealed class C { [Task] public void A() { } }
        """);
}
