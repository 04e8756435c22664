namespace TaskGen.Sample;

/// <summary>Contains a task with time limits.</summary>
/// <param name="time">The clock of the task.</param>
public sealed class LimitTasks(TimeProvider time)
{
    private static readonly TimeSpan StepDuration = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Works in steps. At the soft time limit, the task stops and returns the number of finished steps. If the task ignores its
    /// cancellation token, the worker abandons the execution at the time limit and discards its later result.
    /// </summary>
    /// <param name="steps">The number of steps. Each step takes 50 milliseconds.</param>
    /// <param name="isDeaf"><see langword="true"/> to ignore the token; otherwise, <see langword="false"/>.</param>
    /// <param name="context">The task context, which provides the reason for the cancellation.</param>
    /// <param name="cancellationToken">The token that is canceled at the soft time limit.</param>
    /// <returns>The number of finished steps, and why the task stopped.</returns>
    // <snippet TimeLimitStep>
    [Task(Name = "limits.time_limited",
        SoftTimeLimitSeconds = 0.4, TimeLimitSeconds = 0.8)]
    // </snippet>
    public async Task<LimitedWork> TimeLimitedTask(int steps, bool isDeaf, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var done = 0;
        var observed = isDeaf ? CancellationToken.None : cancellationToken;
        // <snippet TimeLimitStep>
        try
        {
            await WorkAsync(observed);
        }
        catch (OperationCanceledException)
            when (context.StopReason == StopReason.SoftTimeLimit)
        {
            // There is time to clean up here until the time limit.
        }
        // </snippet>

        return new LimitedWork(done, context.StopReason.ToString());

        async Task WorkAsync(CancellationToken token)
        {
            for (; done < steps; done++)
            {
                await Task.Delay(StepDuration, time, token);
            }
        }
    }
}
