namespace TaskGen.Sample;

/// <summary>Contains a CPU-bound task and an I/O-bound task, each on a suitable queue.</summary>
public sealed class QueueTasks
{
    /// <summary>Counts prime numbers by trial division, on a dedicated thread.</summary>
    /// <param name="below">The upper bound, which is not included.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of primes, and the kind of thread on which the task ran.</returns>
    [Task(Name = "queues.cpu_heavy", Queue = "cpu_intensive")]
    public static CpuWork CpuHeavyTask(int below, CancellationToken cancellationToken)
    {
        var primes = 0;
        for (var candidate = 2; candidate < below; candidate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            primes += IsPrime(candidate) ? 1 : 0;
        }

        return new CpuWork(primes, Thread.CurrentThread.IsThreadPoolThread);
    }

    /// <summary>Reads a file from end to end.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of rows in the file.</returns>
    [Task(Name = "queues.io_heavy", Queue = "io_intensive")]
    public static async Task<int> IoHeavyTask(CancellationToken cancellationToken) =>
        await FlightArchive.ReadAsync(cancellationToken).CountAsync(cancellationToken);

    private static bool IsPrime(int candidate)
    {
        for (var divisor = 2; divisor * divisor <= candidate; divisor++)
        {
            if (candidate % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
