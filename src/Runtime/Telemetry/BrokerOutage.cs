using Microsoft.Extensions.Logging;
using TaskGen.Primitives;

namespace TaskGen.Telemetry;

/// <summary>
/// Logs one message when calls to the broker start to fail, and one message when they succeed again. All components of a host that repeat
/// failed calls report to one instance, so that an outage does not cause one message per component and call.
/// </summary>
internal sealed class BrokerOutage(ILogger logger, TimeProvider time)
{
    private const int MaxCalls = 1_000;

    /// <summary>
    /// How long a call counts as failing after its last failure. A component may stop repeating a call, for example because its callers no
    /// longer wait.
    /// </summary>
    private static readonly TimeSpan Relevant = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _failing = new(StringComparer.Ordinal);
    private volatile bool _isAway;
    private long _since;
    private string? _problem;

    /// <summary>Records that a call failed, and that it will be repeated.</summary>
    /// <param name="call">The name of the call, such as "heartbeat of queue 'mail'".</param>
    /// <param name="exception">The exception of the call.</param>
    public void OnFailed(string call, Exception exception)
    {
        bool isLogged;
        lock (_lock)
        {
            RemoveOld();
            var isFirst = _failing.Count == 0;
            isLogged = isFirst || (NeedsConfiguration(exception) && exception.Message != _problem);
            _problem = isLogged ? exception.Message : _problem;
            if (isFirst)
            {
                _since = time.GetTimestamp();
                _isAway = true;
            }

            if (_failing.Count < MaxCalls || _failing.ContainsKey(call))
            {
                _failing[call] = time.GetTimestamp();
            }
        }

        if (isLogged)
        {
            // The messages of these exceptions are complete. Any other exception is unexpected, so its stack trace is logged too.
            var unexpected = exception is TaskGenException or InvalidOperationException ? null : exception;
            LogMessages.BrokerAway(logger, exception.Message.TrimEnd('.'), unexpected);
        }
    }

    /// <summary>Records that a call succeeded. The broker is available again after the last failing call has succeeded.</summary>
    /// <param name="call">The name that was passed to <see cref="OnFailed"/>.</param>
    public void OnSucceeded(string call)
    {
        if (!_isAway)
        {
            return;
        }

        TimeSpan duration;
        lock (_lock)
        {
            _failing.Remove(call);
            RemoveOld();
            if (!_isAway || _failing.Count > 0)
            {
                return;
            }

            _isAway = false;
            duration = time.GetElapsedTime(_since);
        }

        LogMessages.BrokerBack(logger, Durations.Show(duration));
    }

    // A wait does not correct a wrong configuration, so such a problem is logged even if it is found during an outage.
    private static bool NeedsConfiguration(Exception exception) =>
        exception is InvalidOperationException or TaskBrokerException { NeedsConfiguration: true };

    private void RemoveOld()
    {
        foreach (var (call, failedAt) in _failing)
        {
            if (time.GetElapsedTime(failedAt) > Relevant)
            {
                _failing.Remove(call);
            }
        }
    }
}
