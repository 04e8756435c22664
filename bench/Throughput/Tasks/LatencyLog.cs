using System.Diagnostics;

namespace TaskGen.Throughput;

/// <summary>How long after their dispatch tasks started. The monotonic clock is one for all processes of a machine.</summary>
internal sealed class LatencyLog
{
    private double[] _milliseconds = [];

    /// <summary>Begins anew.</summary>
    /// <param name="count">How many tasks will start, with indexes from 0.</param>
    public void Expect(int count) => _milliseconds = new double[count];

    /// <summary>A task has started.</summary>
    /// <param name="index">Which; below 0 while warming up.</param>
    /// <param name="dispatched">The time stamp of its dispatch.</param>
    public void Started(int index, long dispatched)
    {
        var elapsed = Stopwatch.GetElapsedTime(dispatched).TotalMilliseconds;
        if ((uint)index < (uint)_milliseconds.Length)
        {
            _milliseconds[index] = elapsed;
        }
    }

    /// <summary>What was noted, in milliseconds. A task that has not started is left out.</summary>
    public double[] Read() => [.. _milliseconds.Where(static value => value > 0)];
}
