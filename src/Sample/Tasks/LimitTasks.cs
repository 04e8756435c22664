namespace TaskGen.Sample;

/// <summary>Tasks with time limits.</summary>
/// <param name="time">What they wait by.</param>
public sealed class LimitTasks(TimeProvider time)
{
    private static readonly TimeSpan StepDuration = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Works in steps and, at the soft limit, stops, tidies up and says how far it came. One that is deaf never looks at its token: at the
    /// hard limit it is given up, and what it returns later is refused.
    /// </summary>
    /// <param name="steps">How many steps there are, of 50 ms each.</param>
    /// <param name="isDeaf">Whether it ignores its token.</param>
    /// <param name="context">Says why the token fired.</param>
    /// <param name="cancellationToken">Fires at the soft limit.</param>
    /// <returns>How far it came.</returns>
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
            // There is time until the hard limit to clean up here.
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
