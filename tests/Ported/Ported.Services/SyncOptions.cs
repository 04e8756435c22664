namespace Ported.Services;

public sealed class SyncOptions
{
    public int MaxUsers { get; set; } = 100;

    public bool RemoveMissing { get; set; }
}
