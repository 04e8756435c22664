namespace TaskGen.Servers;

/// <summary>A time in which nothing passes.</summary>
internal sealed class Blackhole(bool keep)
{
    private readonly TaskCompletionSource _healed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether what was sent meanwhile arrives afterwards.</summary>
    public bool Keep { get; } = keep;

    public Task Healed => _healed.Task;

    public void Heal() => _healed.TrySetResult();
}
