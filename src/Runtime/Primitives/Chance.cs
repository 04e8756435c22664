namespace TaskGen.Primitives;

/// <summary>The only source of random numbers in a host. Tests can replace it with a seeded source.</summary>
internal sealed class Chance(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>Returns a random number that is at least 0 and less than 1.</summary>
    public double Next()
    {
        lock (_lock)
        {
            return random.NextDouble();
        }
    }
}
