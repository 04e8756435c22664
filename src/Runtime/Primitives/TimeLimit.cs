namespace TaskGen.Primitives;

/// <summary>
/// Represents a time limit of an attempt or of a wait. The limit can be longer than 49 days, which is the maximum duration of a timer; in
/// this case, the timer is restarted.
/// </summary>
internal sealed class TimeLimit : IDisposable
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly TimeProvider _time;
    private readonly double _seconds;
    private readonly Action _reached;
    private readonly long _startedAt;
    private readonly ITimer _timer;

    private TimeLimit(TimeProvider time, double seconds, Action reached)
    {
        (_time, _seconds, _reached) = (time, seconds, reached);
        _startedAt = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((TimeLimit)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm(seconds);
    }

    /// <summary>Starts a time limit.</summary>
    /// <returns>
    /// The started time limit; <see langword="null"/> if <paramref name="seconds"/> is 0, which means that there is no limit.
    /// </returns>
    public static TimeLimit? Start(TimeProvider time, double seconds, Action reached) =>
        seconds > 0 ? new TimeLimit(time, seconds, reached) : null;

    public void Dispose() => _timer.Dispose();

    private void Arm(double seconds) =>
        _timer.Change(TimeSpan.FromSeconds(Math.Min(seconds, LongestTimer.TotalSeconds)), Timeout.InfiniteTimeSpan);

    private void OnTimer()
    {
        var left = _seconds - _time.GetElapsedTime(_startedAt).TotalSeconds;
        if (_seconds > LongestTimer.TotalSeconds && left > 0)
        {
            Arm(left);
            return;
        }

        _reached();
    }
}
