using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that fail.</summary>
/// <param name="probe">Told when.</param>
public sealed class FlakyTasks(Probe probe)
{
    [Task(Name = "patterns.flaky", Retry = 3, RetryBaseDelaySeconds = 0.5, RetryMaxDelaySeconds = 0.9)]
    public void FailAlways(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        probe.Mark("failed");
        throw new InvalidOperationException($"Attempt {context.Attempt} failed.");
    }

    [Task(Name = "patterns.better_later", Retry = 1, RetryBaseDelaySeconds = 0.1)]
    public async Task<int> SucceedLater(TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (probe.Mark("begun") == 1)
        {
            throw new TimeoutException("Not now.");
        }

        await probe.PassAsync("later", cancellationToken);
        return context.Attempt;
    }

    [Task(Name = "patterns.put_off", Retry = 1, RetryBaseDelaySeconds = 300, RetryMaxDelaySeconds = 300)]
    public void FailForLong() => throw new TimeoutException("Not now.");

    [Task(Name = "patterns.steady")]
    public string Succeed(string name)
    {
        probe.Mark(name);
        return name;
    }

    [Task(Name = "patterns.broken")]
    public void Break(int order)
    {
        try
        {
            Charge(order);
        }
        catch (InvalidOperationException inner)
        {
            throw new OrderException($"Order {order} was not charged.", inner);
        }
    }

    private static void Charge(int order) => throw new InvalidOperationException($"Order {order} has no card.");
}
