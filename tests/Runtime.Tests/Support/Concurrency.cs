namespace TaskGen.Tests;

/// <summary>Counts how many bodies are inside at once.</summary>
internal sealed class Concurrency
{
    private int _now;
    private int _most;

    public int Now => Volatile.Read(ref _now);

    public int Most => Volatile.Read(ref _most);

    public void Enter()
    {
        var now = Interlocked.Increment(ref _now);
        int most;
        while (now > (most = Volatile.Read(ref _most)))
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _now);

    /// <summary>Proves that a worker runs exactly so many tasks at once: no slot is lost, and none is there twice.</summary>
    public static async Task AssertAsync(TestHost host, int expected, string queue = "default")
    {
        var door = new Gate();
        var inside = new Concurrency();
        host.Script.Body = async (text, _) =>
        {
            inside.Enter();
            await door.PassAsync();
            inside.Leave();
            return text;
        };
        var handles = await host.DelayManyAsync<Profiles.Plain>(
            Enumerable.Range(0, expected + 3).Select(static i => $"slot {i}"), new EnqueueOptions { Queue = queue });
        await TestHost.UntilAsync(() => Task.FromResult(inside.Now >= expected));
        door.Open();
        await Task.WhenAll(handles.Select(host.PumpAsync));
        Assert.Equal(expected, inside.Most);
    }
}
