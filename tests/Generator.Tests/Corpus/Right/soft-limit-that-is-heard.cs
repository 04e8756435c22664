// The token ends the loop, and what is done so far is kept.
public sealed class SweepTasks
{
    [Task(Name = "sweep.run", SoftTimeLimitSeconds = 30, TimeLimitSeconds = 60)]
    public async Task<int> Run(int[] ids, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(id, cancellationToken);
            done++;
        }

        return done;
    }
}
