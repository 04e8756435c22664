using TaskGen;

namespace Integration.Tests.Secrets;

/// <summary>What a task reports in detail.</summary>
internal sealed class SecretDetail
{
    public string Text { get; init; } = "";

    public long Number { get; init; }

    public Guid Session { get; init; }

    [Sensitive]
    public string Marked { get; init; } = "";
}
