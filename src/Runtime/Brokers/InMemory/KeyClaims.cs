namespace TaskGen.Brokers.InMemory;

/// <summary>The idempotency keys of a queue and the tasks that own them.</summary>
internal sealed class KeyClaims
{
    private readonly Dictionary<string, KeyClaim> _claims = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _drops = new();

    public int Count => _claims.Count;

    /// <summary>Who stands for the key: a task that lives, or one whose success is still remembered.</summary>
    public Guid? OwnerOf(string key, DateTimeOffset now) =>
        _claims.TryGetValue(key, out var claim) && !(claim.DropAt <= now) ? claim.Owner : null;

    public void Claim(string key, Guid owner) => _claims[key] = new KeyClaim(owner, null);

    /// <summary>The owner has succeeded: the key answers until the given time.</summary>
    public void Keep(string key, Guid owner, DateTimeOffset until)
    {
        if (Owns(key, owner))
        {
            _claims[key] = new KeyClaim(owner, until);
            _drops.Enqueue(key, until);
        }
    }

    public void Free(string key, Guid owner)
    {
        if (Owns(key, owner))
        {
            _claims.Remove(key);
        }
    }

    public bool AnyDue(DateTimeOffset now) => _drops.TryPeek(out _, out var time) && time <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            var key = _drops.Dequeue();

            // The key may have been claimed again since.
            if (_claims.TryGetValue(key, out var claim) && claim.DropAt <= now)
            {
                _claims.Remove(key);
            }
        }
    }

    private bool Owns(string key, Guid owner) => _claims.TryGetValue(key, out var claim) && claim.Owner == owner;
}
