using System.Globalization;
using TaskGen;

namespace Reliability.Worker;

/// <summary>
/// The tasks that random canvases are made of. Each has a number of its own in the ledger, and what it returns shows what it was given.
/// </summary>
public sealed class CanvasTasks(LedgerFile ledger, ITaskClient client)
{
    /// <summary>Begins a chain.</summary>
    [Task(Name = "canvas.leaf", Retry = 1, RetryBaseDelaySeconds = 0.01)]
    public Task<string> Leaf(int number, Conduct conduct, TaskContext context) => ActAsync(number, conduct, context, Text(number));

    /// <summary>Begins a chain. Equal ones are one task.</summary>
    [Task(Name = "canvas.twin", Retry = 1, RetryBaseDelaySeconds = 0.01, Idempotent = true)]
    public Task<string> Twin(int number, Conduct conduct, TaskContext context) => ActAsync(number, conduct, context, Text(number));

    /// <summary>Goes on with a chain.</summary>
    [Task(Name = "canvas.next", Retry = 1, RetryBaseDelaySeconds = 0.01)]
    public Task<string> Next(string previous, int number, Conduct conduct, TaskContext context) =>
        ActAsync(number, conduct, context, $"{previous}>{Text(number)}");

    /// <summary>Follows a group.</summary>
    [Task(Name = "canvas.join", Retry = 1, RetryBaseDelaySeconds = 0.01)]
    public Task<string> Join(IReadOnlyList<string> parts, int number, Conduct conduct, TaskContext context) =>
        ActAsync(number, conduct, context, $"({string.Join(',', parts)})>{Text(number)}");

    /// <summary>Hears of a failure.</summary>
    [Task(Name = "canvas.hear", Retry = 1, RetryBaseDelaySeconds = 0.01)]
    public Task<string> Hear(TaskFailure failure, int number, int expected, TaskContext context)
    {
        // One of another number is seen in the ledger: it does not count as heard.
        ArgumentNullException.ThrowIfNull(failure);
        var isRight = expected == 0
            ? failure.State == TaskState.Expired
            : failure.Message.EndsWith(Saying(expected), StringComparison.Ordinal);
        return ActAsync(isRight ? number : -number, Conduct.Succeed, context, Text(number));
    }

    /// <summary>How the failure of a task reads.</summary>
    public static string Saying(int number) => $"Number {Text(number)} does not succeed.";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<string> ActAsync(int number, Conduct conduct, TaskContext context, string result)
    {
        ledger.Write(LedgerEvent.Started, context, number);
        switch (conduct)
        {
            case Conduct.Retry when context.Attempt == 1:
            case Conduct.Fail:
                throw new InvalidOperationException(Saying(number));
            case Conduct.Reject:
                throw new TaskRejectedException(Saying(number));
            case Conduct.Cancel:
                await client.GetHandle(context.Id).CancelAsync(Saying(number), CancellationToken.None);
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
        }

        ledger.Write(LedgerEvent.Ended, context, number);
        return result;
    }
}
