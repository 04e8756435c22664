namespace Integration.Tests.Secrets;

/// <summary>A service that says too much when it is thrown away.</summary>
internal sealed class LeakyService : IDisposable
{
    /// <summary>What it says.</summary>
    public string? Text { get; set; }

    public void Dispose() => throw new InvalidOperationException($"Could not close {Text}");
}
