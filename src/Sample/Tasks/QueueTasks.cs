namespace TaskGen.Sample;

/// <summary>One task that keeps a processor busy and one that waits, each on the queue that is made for it.</summary>
public sealed class QueueTasks
{
    /// <summary>Counts primes by trial division, on a thread of its own.</summary>
    /// <param name="below">Counts those below this.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many there are, and what kind of thread counted.</returns>
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
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rows it has.</returns>
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
