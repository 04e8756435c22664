using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks of which equal dispatches are one.</summary>
/// <param name="probe">Told of each run of a body.</param>
public sealed class EqualTasks(Probe probe)
{
    [Task(Name = "patterns.equal", Idempotent = true)]
    public async Task<string> Weigh(string name, Dictionary<string, int> weights, CancellationToken cancellationToken, int factor = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var run = probe.Mark(name);
        await probe.PassAsync(name, cancellationToken);
        return $"{name}: {weights.Values.Sum() * factor} in run {run}";
    }

    [Task(Name = "patterns.equal_at_second_try", Idempotent = true)]
    public int SucceedAtSecondTry(string name) =>
        probe.Mark(name) is var run and > 1 ? run : throw new TaskRejectedException("The first time it cannot be.");

    [Task(Name = "patterns.equal_sum", Idempotent = true)]
    public string Sum(IEnumerable<int> numbers, int factor = 1) => $"{numbers.Sum() * factor} in run {probe.Mark("sum")}";

    [Task(Name = "patterns.equal_for_a_second", Idempotent = true, IdempotencyTtlSeconds = 1)]
    public int Remember(string name) => probe.Mark(name);
}
