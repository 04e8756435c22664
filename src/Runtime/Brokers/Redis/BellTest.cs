using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TaskGen.Telemetry;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Checks once per subscription whether this process receives the notifications of a queue: it publishes one itself, in the same way as the
/// scripts of the broker. A proxy or an option of the client library can suppress notifications without an error.
/// </summary>
internal sealed class BellTest(string queue, Func<string, CancellationToken, Task> publish, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _message = $"test:{Guid.CreateVersion7():N}";
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Observes a message of the subscription.</summary>
    public void OnMessage(RedisValue message)
    {
        if (!_received.Task.IsCompleted && message == _message)
        {
            _received.TrySetResult();
        }
    }

    /// <summary>Publishes a notification, and logs a warning if it is not received.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it ends the test without a result.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await publish(_message, cancellationToken).ConfigureAwait(false);
            await _received.Task.WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LogMessages.BellNotReceived(logger, queue);
        }
        catch (TaskGenException)
        {
            // The message was not published because the broker is not available, which other components report.
        }
        catch (OperationCanceledException)
        {
            // The subscription has ended.
        }
    }
}
