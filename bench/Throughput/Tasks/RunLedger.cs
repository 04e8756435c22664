namespace TaskGen.Throughput;

/// <summary>Which of the expected tasks have run. Each counts once: a loss and a repeat do not make up for each other.</summary>
internal sealed class RunLedger
{
    private long[] _seen = [];
    private TaskCompletionSource _all = new();
    private int _expected;
    private int _distinct;
    private long _runs;

    /// <summary>How many executions there were in all.</summary>
    public long Runs => Interlocked.Read(ref _runs);

    /// <summary>How many different tasks have run.</summary>
    public int Distinct => Volatile.Read(ref _distinct);

    /// <summary>Begins anew. Called while nothing runs.</summary>
    /// <param name="count">How many tasks will run, with indexes from 0.</param>
    /// <returns>Completes when all of them have run.</returns>
    public Task ExpectAsync(int count)
    {
        _seen = new long[(count + 63) / 64];
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected = count;
        _distinct = 0;
        _runs = 0;
        return _all.Task;
    }

    /// <summary>A task runs.</summary>
    /// <param name="index">Which; below 0 where only the number of executions matters.</param>
    /// <param name="text">Its other argument, so that nobody can leave out reading it.</param>
    public void Ran(int index, string? text)
    {
        if (text is { Length: not Dispatching.TextLength })
        {
            throw new TaskRejectedException("The text has not arrived whole.");
        }

        Interlocked.Increment(ref _runs);
        if (index < 0 || index >= _expected)
        {
            return;
        }

        var bit = 1L << (index & 63);
        if ((Interlocked.Or(ref _seen[index >> 6], bit) & bit) == 0 && Interlocked.Increment(ref _distinct) == _expected)
        {
            _all.TrySetResult();
        }
    }
}
