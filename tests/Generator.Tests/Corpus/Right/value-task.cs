// A ValueTask with a result.
public sealed class CacheTasks
{
    [Task(Name = "cache.warm")]
    public async ValueTask<int> Warm(string[] keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            await Task.Delay(key.Length, cancellationToken);
        }

        return keys.Length;
    }
}
