namespace TaskGen.Servers;

/// <summary>Chooses, by a seed, whose replies are dropped.</summary>
internal sealed class DropRule(double rate, int seed, Func<RespCommand, bool>? which, int limit)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private int _left = limit;

    public bool Chooses(RespCommand command)
    {
        if (which is not null && !which(command))
        {
            return false;
        }

        lock (_gate)
        {
            if (_left == 0 || _random.NextDouble() >= rate)
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
