// A pool thread that waits, deaf to its token.
public sealed class ThrottleTasks
{
    [Task(Name = "throttle.run")]
    public async Task Run(int count, CancellationToken cancellationToken)
    {
        for (var call = 0; call < count; call++)
        {
            await Task.Delay(1, cancellationToken);
            [|TG0302:Thread.Sleep(1000)|];
        }
    }
}
